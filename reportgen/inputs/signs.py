"""Signs that a text may not mean to YAML what it means to its author: who sees none need not look line by line."""

from __future__ import annotations

from reportgen.regexes import regex

_INDENTED = regex(r"(?m)^[ ]*[\t\u3000\xa0]")
_COLON = regex(r"：|:(?![ \t/\\\n]|\Z)")
"""A colon that ends no key."""
_KEY = regex(r"[ -]*\w[^\s:：]*[ \u3000]*")
_REMARK = regex(r"[ \t]#[^\s#=*-]")
_BULLET = regex(r"\n[ ]*(?:[•·●■◆▪◇‣∙]|[－–—*][ \t\u3000]|-[^\s\d.-])")
_NUMBERED = regex(r":[ ]*\n[ ]+\d{1,2}[.、．][^\d]")
_WIDE_COMMA = regex(r"\{[^{}\n]*，[ \u3000]*\w{1,20}[:：]")
_DASH = regex(r"\n([ ]+)-[ ]")
_TAG = regex(r"[:-][ \t]+\{[{%]")


def suspicious(text: str) -> bool:
    """Whether a text that YAML can parse may still mean something else to its author.

    Most texts hold none of these signs, which single characters tell many times as fast as one pattern for all.
    """
    if any(blank in text for blank in "\t\u3000\xa0") and _INDENTED.search(text):  # indentation that is none
        return True
    if _has_slip(text):
        return True
    if (" #" in text or "\t#" in text) and _REMARK.search(text):  # text taken for a remark
        return True
    if text.startswith(("---", "...")) or "\n---" in text or "\n..." in text:  # a second document
        return True
    if _BULLET.search(text) or _NUMBERED.search(text) or _has_joined_item(text):  # lines that would be joined into one text
        return True
    # a template tag taken for a mapping; a comma taken for text
    return "{" in text and (_TAG.search(text) is not None or ("，" in text and _WIDE_COMMA.search(text) is not None))


def _has_slip(text: str) -> bool:
    """Whether a line begins with a key whose colon is full-width or lacks its blank."""
    return any(_KEY.fullmatch(text, text.rfind("\n", 0, colon.start()) + 1, colon.start()) for colon in _COLON.finditer(text))


def _has_joined_item(text: str) -> bool:
    """Whether an item stands further in than the value above it, with which YAML would join it."""
    for dash in _DASH.finditer(text):
        above = text[text.rfind("\n", 0, dash.start()) + 1 : dash.start()]
        ends = above.partition(" #")[0].rstrip()[-1:]
        if ends not in ("", ":", "|", ">") and len(above) - len(above.lstrip(" ")) < len(dash[1]):
            return True
    return False
