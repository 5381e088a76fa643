"""Jinja's syntax tree to Python code that yields UTF-8 bytes: constants as they are, values through the renderer's writers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import Frame

from reportgen.compiler.asking import DEFAULTS, asked
from reportgen.compiler.lookups import LookupGenerator
from reportgen.compiler.outputs import Choice, Heading, Item, items_of, only_writes, waits
from reportgen.compiler.program import EMISSION, WRITERS
from reportgen.compiler.spots import Spot
from reportgen.compiler.tightening import tightened
from reportgen.expressions.absent import Absent
from reportgen.expressions.environment import Environment as PackEnvironment
from reportgen.expressions.printing import printed


class PieceGenerator(LookupGenerator):
    """Jinja's code generator with other output statements.

    Where nothing captures, statements yield bytes; in macros, calls, set and filter blocks text is gathered, and comes out
    as text that counts as finished. A template that refers to its own blocks by name yields text throughout.
    """

    def __init__(self, environment: Environment, spots: Mapping[int, Spot], *, binary: bool, asked: frozenset[int]) -> None:
        super().__init__(environment, asked)
        self._spots = spots
        self._binary = binary
        self._nothing = "b''" if binary else "''"
        self._custom_finalize = environment.finalize not in (None, printed)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        super().visit_Template(node, frame)
        self.writeline("Markup, Macro = finished, GatheringMacro", extra=1)

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline(f"{WRITERS} = resolve({EMISSION!r})")
        self.writeline("concat = captured")
        if not self.blocks:
            self.writeline("resolve = context.parent.__getitem__")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        del force_unescaped
        self.writeline(f"return concat({frame.buffer})")

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        super().start_write(frame, node)
        if frame.buffer is not None or not self._binary:
            self.write("as_text(")
        else:
            self.write("as_bytes(")

    def end_write(self, frame: Frame) -> None:
        self.write(")")
        super().end_write(frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """What another template gives is a value at this tag."""
        gathered = self.temporary_identifier()
        self.writeline(f"{gathered} = []", node)
        if node.ignore_missing:
            self.writeline("try:")
            self.indent()
        self.writeline("template = environment.get_or_select_template(", node)
        self.visit(node.template, frame)
        self.write(", None)")
        if node.ignore_missing:
            self.outdent()
            self.writeline("except TemplateNotFound:")
            self.writeline("    pass")
            self.writeline("else:")
            self.indent()
        if node.with_context:
            local = self.dump_local_context(frame)
            events = f"template.root_render_func(template.new_context(context.get_all(), True, {local}))"
        else:
            events = "template._get_default_module()._body_stream"
        self.writeline(f"{gathered}.extend({events})")
        if node.ignore_missing:
            self.outdent()
        self._write_value(frame, node, lambda: self.write(f"''.join({gathered})"), raw=True)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:
        call_frame, macro = self.macro_body(node, frame)
        self.writeline("caller = ")
        self.macro_def(macro, call_frame)
        self._write_value(frame, node, lambda: self.visit_Call(node.call, frame, forward_caller=True))

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:
        """The filter works on the text between XML's tags, each stretch by itself."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        gathered, segment = self.temporary_identifier(), self.temporary_identifier()
        _innermost(node.filter).node = _code(f"unescaped({segment})", node.lineno)
        self.writeline(f"{gathered} = []", node)
        self.writeline(f"for {segment} in segments({inner.buffer}):")
        self.indent()
        self.writeline(f"{gathered}.append({segment} if {segment}[0] in '<\\x01' else escape(", node)
        self.visit_Filter(node.filter, inner)
        self.write("))")
        self.outdent()
        self._write_value(frame, node, lambda: self.write(f"concat({gathered})"))
        self.leave_frame(inner)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        if frame.require_output_check:
            if self.has_known_extends:
                return
            self.writeline("if parent_template is None:")
            self.indent()
        self._write_output(items_of([node], headings=False), frame)
        if frame.require_output_check:
            self.outdent()

    def blockvisit(self, statements: Iterable[nodes.Node], frame: Frame) -> None:
        """What only writes is one statement, where nothing captures."""
        if frame.buffer is not None or not self._binary:
            super().blockvisit(statements, frame)
            return
        for writes, group in groupby(statements, only_writes):
            if writes:
                self._write_output(items_of(group), frame)
            else:
                super().blockvisit(group, frame)

    def _write_output(self, items: Sequence[Item], frame: Frame) -> None:
        if not items:
            self.writeline("pass")
        elif frame.buffer is None:
            self.writeline("yield (")
            self._write_joined(items, frame)
            self.write(")")
        else:
            self.writeline(f"{frame.buffer}.extend((")
            self._write_items(items, frame)
            self.writeline("))")

    def _write_joined(self, items: Sequence[Item], frame: Frame) -> None:
        """An expression for items as one."""
        if len(items) == 1:
            self._write_item(items[0], frame)
            return
        self.write(self._nothing)
        if items:
            self.write(".join((")
            self._write_items(items, frame)
            self.writeline("))")

    def _write_items(self, items: Sequence[Item], frame: Frame) -> None:
        """Items, each on a line of its own, so that a traceback names its tag."""
        self.indent()
        for item in items:
            self.newline()
            self._write_item(item, frame)
            self.write(",")
        self.outdent()

    def _write_item(self, item: Item, frame: Frame) -> None:
        if isinstance(item, str):
            text = repr(item.encode() if self._binary and frame.buffer is None else item)
            self.write(f"mark({text})" if waits(item) else text)
        elif isinstance(item, Choice):
            self._write_choice(item, frame)
        elif isinstance(item, Heading):
            self.write(f"number({item.level}, ")
            self._write_joined(item.items, frame)
            self.write(")")
        else:
            self.newline(item)
            blank = self._blank_without(item, frame)
            self.write(f"({self._nothing} if {blank} is missing else " if blank else "")
            self._value(frame, item, partial(self.visit, item, frame))
            self.write(")" if blank else "")

    def _blank_without(self, value: nodes.Expr, frame: Frame) -> str | None:
        """The reference of the name without which a value in running text prints nothing: `a` of `a.b|default`."""
        if not (isinstance(value, nodes.Filter) and value.name in DEFAULTS and value.node) or value.args or value.kwargs:
            return None
        in_text = self._writer(value.lineno - 1, frame.buffer is None and self._binary) == "write"
        return self.asked_about(self.reached(value.node)[0], frame) if in_text and not self._custom_finalize else None

    def _write_choice(self, choice: Choice, frame: Frame) -> None:
        self.write("(")
        for test, items in choice.branches:
            self._write_joined(items, frame)
            self.newline(test)
            self.write("if ")
            self.visit(test, frame)
            self.write(" else ")
        self._write_joined(choice.otherwise, frame)
        self.write(")")

    def _write_value(self, frame: Frame, node: nodes.Node, expression: Any, *, raw: bool = False) -> None:
        """A statement that writes one value."""
        self.writeline("yield " if frame.buffer is None else f"{frame.buffer}.append(", node)
        self._value(frame, node, expression, raw=raw)
        self.write("" if frame.buffer is None else ")")

    def _value(self, frame: Frame, node: nodes.Node, expression: Any, *, raw: bool = False) -> None:
        """The call of a writer."""
        number = node.lineno - 1
        writer = self._writer(number, frame.buffer is None and self._binary)
        if frame.eval_ctx.volatile and not raw:
            writer = f"({writer} if context.eval_ctx.autoescape else {writer}_raw)"
        elif raw or not frame.eval_ctx.autoescape:
            writer += "_raw"
        self.write(f"{writer}(")
        if self._custom_finalize:
            self.write(self._make_finalize().src or "(")
        expression()
        self.write(f"), {number})" if self._custom_finalize else f", {number})")

    def _writer(self, number: int, binary: bool) -> str:
        if not binary:
            return "keep"
        spot = self._spots.get(number)
        return "write" if spot is not None and spot.kind == "text" else "place"


def _innermost(node: nodes.Filter) -> nodes.Filter:
    """The first of a chain of filters to be applied."""
    while isinstance(node.node, nodes.Filter):
        node = node.node
    return node


def _code(source: str, lineno: int) -> nodes.InternalName:
    """An expression that is written as it is. Jinja makes such nodes in its parser only, so not by calling their class."""
    node = object.__new__(nodes.InternalName)
    nodes.Node.__init__(node, source, lineno=lineno)
    return node


def generate(tree: nodes.Template, environment: Environment, spots: Mapping[int, Spot]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Python source of a part, and pairs of tag line and line of that source.

    Raises: TemplateSyntaxError (TemplateAssertionError).
    """
    binary = not any(tree.find_all((nodes.Extends,))) and not any(name.name == "self" for name in tree.find_all(nodes.Name))
    if binary:
        tree = tightened(tree, environment)
    asks = type(environment).getattr is PackEnvironment.getattr and issubclass(environment.undefined, Absent)
    generator = PieceGenerator(environment, spots, binary=binary, asked=asked(tree) if asks else frozenset())
    generator.visit(tree)
    return generator.stream.getvalue(), tuple(generator.debug_info)  # type: ignore[attr-defined]  # a StringIO
