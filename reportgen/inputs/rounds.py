"""A text parsed and mended by turns, until one run has told every fault."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from reportgen.inputs.building import LoaderType, build
from reportgen.inputs.mending import mend
from reportgen.inputs.nodes import Document
from reportgen.inputs.recovery import Recovery, mend_cuts
from reportgen.inputs.source import Source

_MOST_ROUNDS = 50
_MOST_CHARACTERS = 20_000_000
"""How much is parsed over and over to find further faults."""


def mended(source: Source, loader: LoaderType, *, doubtful: bool) -> Document | None:
    """The document, once the text has been mended into YAML; None where that did not come about.

    `doubtful`: it may mean something else to its author even where it can be parsed.
    """
    walked = doubtful
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
