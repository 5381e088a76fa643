"""Names and attributes to code that finds them by the renderer's own look-ups."""

from __future__ import annotations

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_PARAMETER


class LookupGenerator(CodeGenerator):
    """Jinja's code generator with other look-ups; `asked` are the values that are only asked about (see `asking`)."""

    def __init__(self, environment: Environment, asked: frozenset[int]) -> None:
        super().__init__(environment, None, None)
        self._asked = asked

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """A name, which may have no value unless it is a parameter that is given."""
        reference = self.asked_about(node, frame)
        if reference is None:
            super().visit_Name(node, frame)
        else:
            self.write(f"(nothing if {reference} is missing else {reference})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`a.b`, by the short way where `b` cannot be a method of a dictionary."""
        holder, names = self.reached(node)
        if names:
            reference = self.asked_about(holder, frame)
            self.write(f"(nothing if {reference} is missing else " if reference else "(")
            self.write("peek(" * len(names))
            if reference:
                self.write(reference)
            else:
                self.visit(holder, frame)
            self.write("".join(f", {name!r})" for name in names) + ")")
        elif hasattr(dict, node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.write("look(")
            self.visit(node.node, frame)
            self.write(f", {node.attr!r})")

    def reached(self, node: nodes.Expr) -> tuple[nodes.Expr, list[str]]:
        """What a value that is only asked about is looked up in, and the names that lead from there to it."""
        names: list[str] = []
        while isinstance(node, nodes.Getattr) and id(node) in self._asked and not (node.attr.startswith("_") or hasattr(dict, node.attr)):
            names.insert(0, node.attr)
            node = node.node
        return node, names

    def asked_about(self, node: nodes.Expr, frame: Frame) -> str | None:
        """The reference of a name that is only asked about and may have no value."""
        if not isinstance(node, nodes.Name) or node.ctx != "load" or id(node) not in self._asked:
            return None
        reference = frame.symbols.ref(node.name)
        load = frame.symbols.find_load(reference)
        return None if load is None or load[0] == VAR_LOAD_PARAMETER else reference
