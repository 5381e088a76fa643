"""What a paragraph that stays in a template is: its style there, and what to call it."""

from __future__ import annotations

from reportgen.adopting.blanks import blanks
from reportgen.adopting.lines import BODY
from reportgen.formatting import Part

_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "addressee": "Salutation",
    "attachment": "Attachment",
    "caption": "caption",
    "signature": "Signature",
    "date": "Date",
}
_ROLES = {
    "title": ("标题", "title"),
    "subtitle": ("副标题", "subtitle"),
    "addressee": ("主送", "addressee"),
    "attachment": ("附件号", "mark of an attachment"),
    "caption": ("题注", "caption"),
    "signature": ("落款", "signature"),
    "date": ("日期", "date"),
    "body": ("正文", "text"),
}


def called(part: Part) -> tuple[str, str]:
    """What a paragraph is, in Chinese and in English."""
    return _ROLES.get(part.role, _ROLES["body"])


def style_of(part: Part) -> str:
    """The style of a paragraph that stays; a line on the right that nothing else tells of is a signature."""
    if part.role == "body" and part.block.shape.align == "right":
        return _STYLES["date" if any(blank.kind == "date" for blank in blanks(part.block)) else "signature"]
    return _STYLES.get(part.role, BODY)


def level_words(level: int) -> tuple[str, str]:
    """What a heading is, in Chinese and in English."""
    return f"{'一二三四五'[level - 1]}级标题", f"heading {level}"
