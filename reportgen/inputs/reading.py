"""A YAML file's bytes to a tree of values, with every fault of the file found in one run."""

from __future__ import annotations

import contextlib

from yaml.error import MarkedYAMLError

from reportgen.findings import in_order
from reportgen.inputs.building import FASTEST, LoaderType, build
from reportgen.inputs.decoding import decode
from reportgen.inputs.faults import NOT_A_MAPPING
from reportgen.inputs.nodes import Document, Node
from reportgen.inputs.scalars import Value
from reportgen.inputs.signs import suspicious
from reportgen.inputs.source import Source, excerpt
from reportgen.inputs.tree import Tree


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
    doubtful = suspicious(source.text)
    if not doubtful:
        with contextlib.suppress(MarkedYAMLError):
            document = build(source, loader)
            if not document.cut:
                return document
    from reportgen.inputs.rounds import mended  # few files need it

    return mended(source, loader, doubtful=doubtful)


def _report_no_mapping(source: Source, value: Value, node: Node) -> None:
    if isinstance(value, list):
        kind_zh, kind_en = "列表", "a list"
    elif value is None:
        kind_zh, kind_en = "空值", "nothing"
    else:
        text = excerpt(str(value))
        kind_zh, kind_en = f"文字“{text}”", f"the text {text}"
    source.report(NOT_A_MAPPING, node.start_mark.line, node.start_mark.column, kind_zh=kind_zh, kind_en=kind_en)
