"""One line's text to runs: bold marks paired, expressions replaced by their values."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.narrative.blocks import Run, Runs, alone
from reportgen.narrative.faults import NOT_ALONE, STATEMENT, STRAY_BRACES, UNCLOSED_EXPRESSION, UNPAIRED_BOLD
from reportgen.narrative.reader import Reader
from reportgen.regexes import regex

LONGEST_EXPRESSION = 1000
"""Characters of an expression, braces included."""

# Two asterisks exactly: three and more (138****1234) are text.
# Each branch begins with a letter of its own, so that a search skips from one of them to the next.
_MARK = regex(r"\*\*(?<!\*{3})(?!\*)|\{[{｛%％#＃]|｛[{｛%％#＃]|\}[}｝]|｝[}｝]")
_BODY = r"""(?:"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|“[^“”]*+”|[^"'}｝]|[}｝](?![}｝]))*+"""
# A value's text may hold braces within quotes; where quotes do not pair, the first braces close.
# The minus that trims blanks in templates is allowed and does nothing.
_EXPRESSION = regex(rf"[{{｛]{{2}}-?(?:(?P<quoted>{_BODY})|(?P<plain>.*?))[}}｝]{{2}}")
_STATEMENT = regex(r"[{｛](?:[%％].*?[%％]|[#＃].*?[#＃])[}｝]")
_CLOSE = regex("[}｝]{2}")
_SHOWN = 30


def expression_at(text: str, start: int) -> re.Match[str] | None:
    """The expression whose braces open at `start`, if they are closed on this line."""
    return _EXPRESSION.match(text, start, start + LONGEST_EXPRESSION)


def read_runs(text: str, offset: int, reader: Reader, *, line: bool = False) -> Runs:
    """The runs of a line's (or cell's) `text`, which stands at `offset` of the source; `line`: it is a whole line of body text.

    Findings: N102, N108, N201, N202, N203 and those of expressions; what is at fault stands as typed.
    """
    if not _MARK.search(text):
        return (Run(text, offset),) if text else ()
    runs = _Line(text, offset, reader).read()
    if (line and alone(runs)) or not any(run.official and run.official.stands_alone for run in runs):
        return runs
    return tuple(run for run in runs if not _crowded(run, reader))


def _crowded(run: Run, reader: Reader) -> bool:
    """Whether a run is a picture or the like, for which a line has no room among other words."""
    if run.official is None or not run.official.stands_alone:
        return False
    reader.fault(NOT_ALONE, run.source, 2)
    return True


class _Line:
    """A line being read: `plain` is where the text begins that no run holds yet."""

    __slots__ = ("first_bold", "offset", "opened", "plain", "reader", "runs", "text")

    def __init__(self, text: str, offset: int, reader: Reader) -> None:
        self.text, self.offset, self.reader = text, offset, reader
        self.runs: list[Run] = []
        self.plain = 0
        self.opened: int | None = None
        self.first_bold = 0

    def read(self) -> Runs:
        position = 0
        while mark := _MARK.search(self.text, position):
            if mark[0] == "**":
                position = self._bold(mark)
            elif mark[0][1] in "{｛":
                position = self._expression(mark)
            else:
                position = self._refused(mark)
        self._flush(len(self.text))
        if self.opened is not None:
            self._unpaired(self.opened)
        return tuple(self.runs)

    def _flush(self, end: int) -> None:
        if self.plain < end:
            self.runs.append(Run(self.text[self.plain : end], self.offset + self.plain, self.opened is not None))
        self.plain = end

    def _bold(self, mark: re.Match[str]) -> int:
        self._flush(mark.start())
        self.plain = mark.end()
        self.opened = mark.start() if self.opened is None else None
        self.first_bold = len(self.runs)
        return self.plain

    def _unpaired(self, opened: int) -> None:
        self.reader.fault(UNPAIRED_BOLD, self.offset + opened, 2)
        self.runs[self.first_bold :] = [
            Run("**", self.offset + opened),
            *(replace(run, bold=False) for run in self.runs[self.first_bold :]),
        ]

    def _expression(self, mark: re.Match[str]) -> int:
        match = expression_at(self.text, mark.start())
        if match is None:
            self.reader.fault(UNCLOSED_EXPRESSION, self.offset + mark.start(), 2, most=LONGEST_EXPRESSION)
            close = _CLOSE.search(self.text, mark.end())
            return close.end() if close else len(self.text)
        self._flush(match.start())
        self.plain = match.end()
        body = match["quoted"] if match["plain"] is None else match["plain"]
        source = body.removesuffix("-").strip()
        source_at = match[0].index(source, 2)
        run = self.reader.value(match[0], source, source_at, self.offset + match.start(), self.opened is not None)
        if run.text or run.official:
            self.runs.append(run)
        return self.plain

    def _refused(self, mark: re.Match[str]) -> int:
        if mark[0][0] in "}｝":
            self.reader.fault(STRAY_BRACES, self.offset + mark.start(), 2)
            return mark.end()
        match = _STATEMENT.match(self.text, mark.start(), mark.start() + LONGEST_EXPRESSION)
        typed = match[0] if match else self.text[mark.start() :]
        words = typed if len(typed) <= _SHOWN else typed[: _SHOWN - 1] + "…"
        self.reader.fault(STATEMENT, self.offset + mark.start(), len(typed), words=words)
        return mark.start() + len(typed)
