"""A YAML file's bytes to a tree of values, with every fault of the file found in one run."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from reportgen.findings import in_order
from reportgen.inputs.building import FASTEST, LoaderType, build
from reportgen.inputs.decoding import decode
from reportgen.inputs.faults import NOT_A_MAPPING
from reportgen.inputs.mending import mend, suspicious
from reportgen.inputs.nodes import Document, Node
from reportgen.inputs.recovery import Recovery, mend_cuts
from reportgen.inputs.scalars import Value
from reportgen.inputs.source import Source, excerpt
from reportgen.inputs.tree import Tree

_MOST_ROUNDS = 50
_MOST_CHARACTERS = 20_000_000
"""How much is parsed over and over to find further faults."""


def read(source: bytes, file: str, *, loader: LoaderType = FASTEST) -> Tree:
    """The values of a YAML file with their places, and all that is wrong with it. Never raises.

    Slips that can be told line by line are mended in memory first; what the parser then still refuses is mended one
    by one, so that one run finds every fault. `loader` is PyYAML's parser in C where there is one.
    """
    lines, readable = decode(source, file)
    document = _parse(lines, loader) if readable else None
    for finding in document.findings if document else ():
        lines.add(finding)
    if document is None or document.node is None:
        return Tree({}, tuple(in_order(lines.findings)), lines, None)
    if not isinstance(document.value, dict):
        _report_no_mapping(lines, document.value, document.node)
        return Tree({}, tuple(in_order(lines.findings)), lines, None)
    return Tree(document.value, tuple(in_order(lines.findings)), lines, document.node)


def _parse(source: Source, loader: LoaderType) -> Document | None:
    """The document, once the text has been mended into YAML; None where that did not come about."""
    walked = suspicious(source.text)
    if walked:
        mend(source)
    recovery = Recovery(source)
    for _ in range(min(_MOST_ROUNDS, 2 + _MOST_CHARACTERS // (len(source.text) + 1))):
        try:
            document = build(source, loader)
        except MarkedYAMLError as error:
            if walked:
                recovery.mend(error)
            else:
                mend(source)
                walked = True
            continue
        if not (document.cut and mend_cuts(source, document.cut)) or source.full:
            return document
    return _what_parses(source, loader)


def _what_parses(source: Source, loader: LoaderType) -> Document | None:
    """The document above the first fault that is left."""
    for _ in range(3):
        try:
            return build(source, loader)
        except MarkedYAMLError as error:
            Recovery(source).drop_from(error)
    return None


def _report_no_mapping(source: Source, value: Value, node: Node) -> None:
    if isinstance(value, list):
        kind_zh, kind_en = "列表", "a list"
    elif value is None:
        kind_zh, kind_en = "空值", "nothing"
    else:
        text = excerpt(str(value))
        kind_zh, kind_en = f"文字“{text}”", f"the text {text}"
    source.report(NOT_A_MAPPING, node.start_mark.line, node.start_mark.column, kind_zh=kind_zh, kind_en=kind_en)
