"""Word templates to programs: tags are marked in the tree, the tree is cut into pieces, the pieces become code."""
