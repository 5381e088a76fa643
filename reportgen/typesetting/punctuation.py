"""Slips of writing mended in a Word file's own runs, where mending cannot change what is said."""

from __future__ import annotations

from reportgen.checks import Document, mendable, weighed
from reportgen.findings import Finding
from reportgen.formatting import Manuscript
from reportgen.typesetting.replacing import replace_text


def mend(manuscript: Manuscript, document: Document) -> list[Finding]:
    """Change the text of `manuscript` in place; what was mended comes back.

    `document` is the same file as `checks.document_of_word` reads it. A slip that reaches over a tab or line break stays.
    """
    mended: list[Finding] = []
    taken: dict[int, int] = {}
    for finding, hit in sorted(mendable(document), key=lambda one: (_block(one[0]), -one[1].start)):
        block = _block(finding)
        if not weighed([finding], document.settings) or hit.end > taken.get(block, hit.end) or hit.fix is None:
            continue
        if 0 < block <= len(manuscript.blocks) and replace_text(manuscript.blocks[block - 1].element, hit.start, hit.end, hit.fix):
            taken[block] = hit.start
            mended.append(finding)
    return mended[::-1]


def _block(finding: Finding) -> int:
    return finding.span.place.block if finding.span.place else 0
