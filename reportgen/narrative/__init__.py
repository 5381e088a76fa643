"""Narrative: long text in a small markup of our own, read to blocks whose every character keeps its place in the source.

Each line is a paragraph; leading blanks are dropped, blank lines too. `**words**` are bold. `# ` to `##### ` begin headings,
`#### **words**body` a heading whose body runs in. `- ` begins an item of a list. Lines between bars make a table
(`| a | b |`), with a header where the second line is `|---|---|`. `{{ name|filter }}` prints a value: it goes in after the markup
is read, so `{{ "**" }}` prints asterisks. Whatever else is typed (一是, （1）, 1.) is text.
"""

from reportgen.narrative.blocks import Block, ListItem, Paragraph, Prose, Run, Runs, Table
from reportgen.narrative.filling import read_all
from reportgen.narrative.reader import Evaluate, Locate, evaluator
from reportgen.narrative.reading import read

__all__ = ["Block", "Evaluate", "ListItem", "Locate", "Paragraph", "Prose", "Run", "Runs", "Table", "evaluator", "read", "read_all"]
