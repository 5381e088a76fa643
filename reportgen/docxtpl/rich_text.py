"""Text with formatting, put together in code, as the runs or paragraphs that a template places.

Source: ECMA-376 Part 1, 17.3.2 (run properties and their order).
"""

from __future__ import annotations

from html import escape
from typing import Any

_UNDERLINES = {
    *("single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy", "dashLong", "dashLongHeavy", "dotDash"),
    *("dashDotHeavy", "dotDotDash", "dashDotDotHeavy", "wave", "wavyHeavy", "wavyDouble"),
}


class RichText:
    """Runs for `{{r … }}`: pieces of text, each with a format of its own."""

    def __init__(self, text: Any = None, **format: Any) -> None:
        self.xml = ""
        if text:
            self.add(text, **format)

    def add(
        self,
        text: Any,
        style: str | None = None,
        color: str | None = None,
        highlight: str | None = None,
        size: int | str | None = None,
        subscript: bool | None = None,
        superscript: bool | None = None,
        bold: bool = False,
        italic: bool = False,
        underline: bool | str = False,
        strike: bool = False,
        font: str | None = None,
        url_id: str | None = None,
        rtl: bool = False,
        lang: str | None = None,
    ) -> None:
        r"""Add a piece of text; `\n`, `\a`, `\t` and `\f` in it become a line break, a new paragraph, a tab and a new page.

        `style` is a character style's id; `color` and `highlight` are RRGGBB, a leading # may stand; `size` is in half-points;
        `underline` is True or one of Word's kinds of lines; `font` sets all scripts, Chinese included (docxtpl's `eastAsia:` before the
        name may stand); `url_id` comes from `DocxTemplate.build_url_id`. Another rich text is added as it is.
        """
        if is_rich(text):
            self.xml += text.xml
            return
        # In the order that the schema asks for: Word calls a document damaged where it is broken.
        properties = (
            _property("rStyle", style),
            _fonts(font),
            "<w:b/>" if bold else "",
            "<w:bCs/>" if bold and rtl else "",
            "<w:i/>" if italic else "",
            "<w:iCs/>" if italic and rtl else "",
            "<w:strike/>" if strike else "",
            _property("color", color and color.removeprefix("#")),
            _property("sz", size),
            _property("szCs", size),
            _property("u", underline and (underline if underline in _UNDERLINES else "single")),
            f'<w:shd w:val="clear" w:color="auto" w:fill="{_attribute(highlight.removeprefix("#"))}"/>' if highlight else "",
            _property("vertAlign", "superscript" if superscript else "subscript" if subscript else None),
            "<w:rtl/>" if rtl else "",
            _property("lang", lang),
        )
        rpr = "".join(properties)
        run = f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{escape(_text(text))}</w:t></w:r>'
        self.xml += f'<w:hyperlink r:id="{_attribute(url_id)}" w:tgtFrame="_blank">{run}</w:hyperlink>' if url_id else run

    def __str__(self) -> str:
        return self.xml

    def __html__(self) -> str:
        return self.xml


class RichTextParagraph:
    """Paragraphs for `{{p … }}`, each of rich text in a paragraph style."""

    def __init__(self, text: Any = None, **format: Any) -> None:
        self.xml = ""
        if text:
            self.add(text, **format)

    def add(self, text: Any, parastyle: str | None = None) -> None:
        """Add a paragraph; `parastyle` is a paragraph style's id."""
        rich = text if is_rich(text) else RichText(text)
        style = _property("pStyle", parastyle)
        self.xml += f"<w:p>{f'<w:pPr>{style}</w:pPr>' if style else ''}{rich.xml}</w:p>"

    def __str__(self) -> str:
        return self.xml

    def __html__(self) -> str:
        return self.xml


def is_rich(value: Any) -> bool:
    """Whether a value is rich text, ours or docxtpl's own."""
    return isinstance(value, RichText) or (type(value).__module__ == "docxtpl.richtext" and hasattr(value, "xml"))


def _text(value: Any) -> str:
    return value.decode("utf-8", errors="ignore") if isinstance(value, bytes) else str(value)


def _property(name: str, value: Any) -> str:
    return f'<w:{name} w:val="{_attribute(value)}"/>' if value else ""


def _fonts(font: str | None) -> str:
    """One font for all four slots of scripts; a slot left out would fall back to the theme's font."""
    if not font:
        return ""
    name = _attribute(font.rpartition(":")[2])
    return "<w:rFonts " + " ".join(f'w:{slot}="{name}"' for slot in ("ascii", "eastAsia", "hAnsi", "cs")) + "/>"


def _attribute(value: Any) -> str:
    return escape(str(value))
