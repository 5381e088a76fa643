"""Rules over letters: face, size, weight, colour, of each part's runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.findings import Finding
from reportgen.formatting import look_faults as faults
from reportgen.formatting.faces import LATIN_USUAL, kind_of
from reportgen.formatting.looks import Letters
from reportgen.formatting.manuscript import Run
from reportgen.formatting.parts import Part, words_of
from reportgen.formatting.saying import Said, role_words, size_words
from reportgen.formatting.sheet import Sheet
from reportgen.formatting.tally import Tally
from reportgen.packs import Lettering

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_TABLES = ("table", "table_heading")
_BLACK: Said = ("黑色", "black")
_NO_FACE: Said = ("（没有指定）", "(none named)")


def letters(sheet: Sheet) -> Iterator[Finding]:
    """Findings: G201 to G204, G209, G210; one for each role."""
    tally = Tally()
    for part, role, run in lettered(sheet):
        look = sheet.profile.look(role)
        if look is None:
            continue
        if not (role in _TABLES and not part.sure):
            _faces(sheet, tally, part, role, run, look.letters)
            _weight(sheet, tally, part, role, run, look.letters)
        if not run.letters.raised:
            _size(sheet, tally, part, role, run, look.letters)
        _ink(sheet, tally, part, role, run)
    yield from tally.findings()


def lettered(sheet: Sheet) -> Iterator[tuple[Part, str, Run]]:
    """Every run with the part that its words play: a run-in heading's text is body."""
    for part in sheet.parts:
        own, tail = words_of(part)
        yield from ((part, part.role, run) for run in own)
        yield from ((part, "body", run) for run in tail)


def _faces(sheet: Sheet, tally: Tally, part: Part, role: str, run: Run, look: Lettering) -> None:
    place, named = sheet.span(part, _words(run)), role_words(role)
    shown = run.letters
    if _CHINESE.search(run.text) and kind_of(shown.font) != kind_of(look.font):
        demand = sheet.profile.demand(role, "font")
        tally.add(faults.FACE, demand, place, role=named, shown=_face(shown.font), wanted=_face(look.font))
    if _LATIN.search(run.text) and not _latin_fits(shown, look):
        demand = sheet.profile.demand(role, "latin")
        tally.add(faults.LATIN, demand, place, role=named, shown=_face(shown.latin), wanted=_face(look.latin))


def _latin_fits(shown: Letters, look: Lettering) -> bool:
    """A face of its own for digits must be the profile's; one that they share with the Chinese beside them is seen there."""
    if kind_of(shown.latin) in (kind_of(look.latin), kind_of(shown.font)) or not shown.latin:
        return True
    return look.latin == look.font and shown.latin.casefold() in LATIN_USUAL


def _size(sheet: Sheet, tally: Tally, part: Part, role: str, run: Run, look: Lettering) -> None:
    if run.letters.size != look.size:
        demand, place = sheet.profile.demand(role, "size"), sheet.span(part, _words(run))
        tally.add(faults.SIZE, demand, place, role=role_words(role), shown=size_words(run.letters.size), wanted=size_words(look.size))


def _weight(sheet: Sheet, tally: Tally, part: Part, role: str, run: Run, look: Lettering) -> None:
    """Some bold words of a paragraph are its author's emphasis."""
    emphasis = role == "body" and run.letters.bold and any(not one.letters.bold for one in words_of(part)[1] or part.block.worded)
    if run.letters.bold != look.bold and not emphasis:
        demand, place = sheet.profile.demand(role, "bold"), sheet.span(part, _words(run))
        shown, wanted = _bold(run.letters.bold), _bold(look.bold)
        tally.add(faults.BOLD, demand, place, role=role_words(role), shown=shown, wanted=wanted)


def _ink(sheet: Sheet, tally: Tally, part: Part, role: str, run: Run) -> None:
    place = sheet.span(part, _words(run))
    if run.letters.color and run.field != "HYPERLINK":
        color = f"#{run.letters.color}"
        demand = sheet.profile.demand("color")
        tally.add(faults.COLOR, demand, place, role=("", ""), shown=(color, color), wanted=_BLACK)
    if decoration := _decoration(run):
        demand = sheet.profile.demand(role, "decoration")
        tally.add(faults.DECORATED, demand, place, role=role_words(role), shown=decoration, wanted=("", ""))


def _decoration(run: Run) -> Said | None:
    """Slant, lines under and strokes through words; a line under a link is Word's own."""
    shown = run.letters
    named: Sequence[tuple[bool, Said]] = (
        (shown.italic, ("斜体", "italics")),
        (bool(shown.underline) and run.field != "HYPERLINK", ("下划线", "underlines")),
        (shown.struck, ("删除线", "strokes through words")),
    )
    present = [said for there, said in named if there]
    return ("、".join(zh for zh, _ in present), ", ".join(en for _, en in present)) if present else None


def _bold(bold: bool) -> Said:
    return ("加粗", "bold") if bold else ("不加粗", "not bold")


def _face(name: str) -> Said:
    return (name, name) if name else _NO_FACE


def _words(run: Run) -> str:
    return run.text.strip()[:24]
