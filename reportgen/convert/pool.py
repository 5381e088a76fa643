"""Many documents to PDF: a few LibreOffices at once, each with its own profile, several documents a start."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from reportgen.convert import faults
from reportgen.convert.office import is_whole, start
from reportgen.findings import Finding, Span
from reportgen.values import dataclass

PER_START = 20
"""Documents a start; a new process then frees what LibreOffice keeps."""
_START_SECONDS = 40.0
_DOCUMENT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Conversion:
    """A document and where its PDF belongs."""

    docx: Path
    pdf: Path


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of it."""

    conversion: Conversion
    finding: Finding | None = None


def convert_all(
    conversions: Sequence[Conversion],
    office: str,
    *,
    workers: int = 1,
    place: Callable[[Path, Path], None],
    seconds: tuple[float, float] = (_START_SECONDS, _DOCUMENT_SECONDS),
) -> Iterator[Converted]:
    """Convert all; what fails in company is tried once more by itself. In order of documents.

    `place(target, made)` moves a finished PDF to its place; it may raise OSError. `seconds` are allowed for a start and for a document.
    Findings: L102.
    """
    size = max(1, min(PER_START, -(-len(conversions) // workers)))
    groups = [conversions[first : first + size] for first in range(0, len(conversions), size)]
    with tempfile.TemporaryDirectory(prefix="reportgen-pdf-") as folder, ThreadPoolExecutor(workers) as threads:
        crew = _Crew(Path(folder), office, place, seconds)
        futures = [threads.submit(crew.convert, group) for group in groups]
        try:
            for future in futures:
                yield from future.result()
        finally:
            threads.shutdown(cancel_futures=True)


class _Crew:
    """Profiles in use, and a folder for each start."""

    def __init__(self, folder: Path, office: str, place: Callable[[Path, Path], None], seconds: tuple[float, float]) -> None:
        self._folder, self._office, self._place, self._seconds = folder, office, place, seconds
        self._profiles: SimpleQueue[Path] = SimpleQueue()
        self._numbers = count()

    def convert(self, group: Sequence[Conversion]) -> list[Converted]:
        """A group in one start, then those that failed one by one."""
        done = self._attempt(group)
        return [self._again(one) if one.finding is not None and len(group) > 1 else one for one in self._retried(done, group)]

    def _retried(self, done: list[Converted], group: Sequence[Conversion]) -> list[Converted]:
        """A document that was alone already gets its second attempt here."""
        return self._attempt(group) if len(group) == 1 and done[0].finding is not None else done

    def _again(self, failed: Converted) -> Converted:
        return self._attempt([failed.conversion])[0]

    def _attempt(self, group: Sequence[Conversion]) -> list[Converted]:
        work = self._folder / f"work-{next(self._numbers)}"
        made = work / "made"
        made.mkdir(parents=True)
        sources = []
        for number, conversion in enumerate(group):
            source = work / f"{number}.docx"
            shutil.copyfile(conversion.docx, source)
            sources.append(source)
        in_time = self._run(sources, made)
        results = [self._result(conversion, made / f"{number}.pdf", in_time) for number, conversion in enumerate(group)]
        shutil.rmtree(work, ignore_errors=True)
        return results

    def _run(self, sources: Sequence[Path], made: Path) -> bool:
        """A start with a profile that no other has; one that LibreOffice did not leave in order is thrown away."""
        profile = self._folder / f"profile-{next(self._numbers)}" if self._profiles.empty() else self._profiles.get()
        in_time = start(self._office, sources, made, profile, self._seconds[0] + self._seconds[1] * len(sources))
        if in_time and all(is_whole(made / f"{source.stem}.pdf") for source in sources):
            self._profiles.put(profile)
        else:
            shutil.rmtree(profile, ignore_errors=True)
        return in_time

    def _result(self, conversion: Conversion, pdf: Path, in_time: bool) -> Converted:
        zh, en = ("程序中途退出", "the program ended early") if in_time else ("超过时限", "it took too long")
        if is_whole(pdf):
            try:
                self._place(conversion.pdf, pdf)
                return Converted(conversion)
            except OSError as error:
                zh = en = error.strerror or str(error)
        span = Span(conversion.docx.as_posix())
        return Converted(conversion, faults.NOT_CONVERTED.at(span, path=conversion.docx, detail_zh=zh, detail_en=en))
