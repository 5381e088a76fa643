"""A Word file from its bytes to the same words in the page format of a profile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.checks.word import document_of_word
from reportgen.compiler.dressing import dress
from reportgen.formatting import Manuscript, Part, read_manuscript, roles
from reportgen.ooxml import Package, open_package, serialize, write_archive
from reportgen.ooxml.styles import read_styles
from reportgen.typesetting.blanks import drop_spacing_lines
from reportgen.typesetting.clothes import Wardrobe
from reportgen.typesetting.counting import typed_numbers
from reportgen.typesetting.endings import settle_words
from reportgen.typesetting.footers import without_page_numbers
from reportgen.typesetting.punctuation import mend
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.findings import Finding
    from reportgen.packs import Pack, Profile


@dataclass(frozen=True, slots=True)
class Set:
    """A Word file in its new format."""

    content: bytes
    mended: tuple[Finding, ...]
    """The slips of writing that were mended."""


def typeset(content: bytes, file: str, pack: Pack, profile: Profile, *, words: bool = True) -> Set:
    """A Word file's words, tables and pictures in the styles, pages and page numbers of `profile`.

    What each paragraph is, is read off the file as it came (`formatting.roles`). Formatting by hand goes where the profile speaks; emphasis
    (bold in running text, underlines, superscripts), breaks, notes, comments and tracked changes stay. Word's own numbers become text,
    because they get lost between programs; bullets stay. With `words`, slips of writing are mended whose mending cannot change the meaning
    (`checks.mendable`), and the lines are written out whose form the standard fixes (`endings`). Setting a file twice changes nothing more.

    Raises:
        NotADocx: the file is damaged, encrypted, too large, or none of Word's.
    Source: GB/T 9704—2012, 5 and 7.
    """
    package = open_package(content, file)
    manuscript = read_manuscript(package)
    mended = mend(manuscript, document_of_word(content, file, pack.settings)) if words else []
    written = package.with_parts({package.main: _bytes(manuscript)}) if mended else package
    return Set(write_archive(_set(written, profile, pack.numbering, words=words)), tuple(mended))


def _set(package: Package, profile: Profile, numbering: Sequence[str], *, words: bool) -> Package:
    before = read_manuscript(package)
    parts = roles(before, numbering)
    numbers = typed_numbers(before)
    dressed = dress(without_page_numbers(package).without(package.parts("stylesWithEffects")), profile)
    after = read_manuscript(dressed)
    _clothe(after, parts, numbers, Wardrobe(read_styles(dressed.root(dressed.part("styles")))))
    for part, block in zip(parts, after.blocks, strict=True) if words else ():
        settle_words(block.element, part)
    drop_spacing_lines(after, parts)
    return dressed.with_parts({dressed.main: _bytes(after)})


def _clothe(after: Manuscript, parts: Sequence[Part], numbers: Sequence[str], wardrobe: Wardrobe) -> None:
    """Give every paragraph the style of its part. Dressing adds no paragraph, so that both readings have the same ones."""
    above = ""
    for part, block, number in zip(parts, after.blocks, numbers, strict=True):
        free_line = part.role == "attachment_note" != above
        new_page = part.role == "attachment" and above != "" and not block.first_on_page
        wardrobe.clothe(block.element, part, number, free_line=free_line, new_page=new_page)
        above = above if part.role == "blank" else part.role


def _bytes(manuscript: Manuscript) -> bytes:
    return serialize(manuscript.body.getroottree().getroot())
