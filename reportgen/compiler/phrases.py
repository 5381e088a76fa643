"""Phrases kept in `.jinja` files, put into the syntax tree where tags include or import them, before any data is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from reportgen.compiler.linking import faults
from reportgen.compiler.linking.references import safe_name
from reportgen.compiler.tags import Tag
from reportgen.expressions.wordings import worded
from reportgen.findings import Finding, Span

Phrases = Callable[[str], str | None]
"""The text of a `.jinja` file by its path from the templates folder; None when there is no such file."""

MAX_LEVELS = 16
_SUFFIX = ".jinja"
_LINE_END = re.compile(r"[ \t\u3000]*\r?\n[ \t\u3000]*")


def put_in_place(tree: nodes.Template, tags: Sequence[Tag], environment: Environment, phrases: Phrases) -> list[Finding]:
    """Replace what names `.jinja` files by their content; what comes of it counts as the tag that names them.

    A phrase's text is text of its line: its own line ends do not print. Macros come in by their names, or all under one.
    Findings: T041 to T045, T065.
    """
    inliner = _Inliner(tags, environment, phrases)
    inliner.visit(tree)
    return inliner.findings


class _Inliner(NodeTransformer):
    def __init__(self, tags: Sequence[Tag], environment: Environment, phrases: Phrases) -> None:
        self._tags, self._environment, self._phrases = tags, environment, phrases
        self._trail: list[str] = []
        self.findings: list[Finding] = []

    def visit_Include(self, node: nodes.Include) -> list[nodes.Node]:
        """An included phrase, with a scope of its own."""
        body = self._body(node.template, node)
        return [] if body is None else [nodes.Scope(body, lineno=node.lineno)]

    def visit_FromImport(self, node: nodes.FromImport) -> list[nodes.Node]:
        """The macros of a file, those named under the names wanted."""
        body = self._body(node.template, node) or []
        renamed = [name for name in node.names if isinstance(name, tuple) and name[0] != name[1]]
        return [*_macros(body), *(_assign(alias, nodes.Name(name, "load"), node.lineno) for name, alias in renamed)]

    def visit_Import(self, node: nodes.Import) -> list[nodes.Node]:
        """All macros of a file as one name."""
        macros = _macros(self._body(node.template, node) or [])
        pairs = [nodes.Pair(nodes.Const(one.name), nodes.Name(one.name, "load")) for one in macros]
        return [*macros, _assign(node.target, nodes.Dict(pairs), node.lineno)]

    def _body(self, template: nodes.Expr, node: Any) -> list[nodes.Node] | None:
        """The content of the file that a tag names, its own inclusions put in place; None where there is none."""
        tag = self._tags[node.lineno - 1]
        given = template.value if isinstance(template, nodes.Const) else None
        name = safe_name(given) if isinstance(given, str) else ""
        text = self._phrases(name) if name.endswith(_SUFFIX) and name not in self._trail and len(self._trail) < MAX_LEVELS else None
        if text is None:
            if not (name and getattr(node, "ignore_missing", False)):
                self.findings.append(self._complaint(tag, given, name))
            return None
        tree = self._parsed(name, text, node.lineno)
        if tree is None:
            return None
        self._trail.append(name)
        self.visit(tree)
        self._trail.pop()
        return tree.body

    def _complaint(self, tag: Tag, given: object, name: str) -> Finding:
        if not isinstance(given, str):
            return faults.NAME_NOT_LITERAL.at(tag.span, tag=tag.typed, word=tag.word)
        if not name:
            return faults.UNSAFE_PATH.at(tag.span, name=given)
        if name in self._trail:
            return faults.CYCLE.at(tag.span, cycle=" → ".join((*self._trail[self._trail.index(name) :], name)))
        if len(self._trail) >= MAX_LEVELS:
            return faults.TOO_DEEP.at(tag.span, limit=MAX_LEVELS)
        return faults.FILE_NOT_FOUND.at(tag.span, tag=tag.typed, name=name)

    def _parsed(self, name: str, text: str, line: int) -> nodes.Template | None:
        try:
            tree = self._environment.parse(text)
        except TemplateSyntaxError as error:
            zh, en = worded(error.message or "")
            source = text.splitlines()[error.lineno - 1] if error.lineno <= len(text.splitlines()) else ""
            span = Span(name, error.lineno, 1, source=source)
            self.findings.append(faults.BAD_PHRASE.at(span, name=name, problem_zh=zh, problem_en=en, related=[self._tags[line - 1].span]))
            return None
        for node in tree.find_all(nodes.Node):
            node.lineno = line
            if isinstance(node, nodes.TemplateData):
                node.data = escape(_LINE_END.sub("", node.data))
        return tree


def _macros(body: list[nodes.Node]) -> list[nodes.Macro]:
    return [node for node in body if isinstance(node, nodes.Macro)]


def _assign(name: str, value: nodes.Expr, line: int) -> nodes.Assign:
    assignment = nodes.Assign(nodes.Name(name, "store"), value)
    return assignment.set_lineno(line, override=True)  # type: ignore[return-value]  # it returns the node itself
