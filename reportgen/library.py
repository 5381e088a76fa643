"""What a program calls: documents of files, a document of data, a pack by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen import packs
from reportgen.batch import Built, Job, Outcome, Wishes, build_all, plan
from reportgen.errors import FindingsError
from reportgen.given import Given
from reportgen.options import Options
from reportgen.pipeline import Report, reports
from reportgen.search import Search
from reportgen.workshop import Workshop

if TYPE_CHECKING:
    from concurrent.futures import Executor


def build(path: str | Path, out_dir: str | Path = "outputs", *, templates: Sequence[str | Path] = (), draft: bool = False) -> list[Outcome]:
    """Build an input file, or a folder of them, into `out_dir`; what became of each document.

    `templates` are further folders of packs, searched first.
    Raises: FindingsError when there is no input, another run is in the folder, or it cannot be written.
    """
    planned = plan([str(path)])
    if planned.findings:
        raise FindingsError(planned.findings)
    return list(build_all(planned.jobs, Path(out_dir), Search.of(templates), options=Options(draft=draft)).outcomes)


def build_many(
    jobs: Iterable[Job | str | Path],
    out_dir: str | Path = "outputs",
    *,
    executor: Executor | None = None,
    workers: int = 1,
    templates: Sequence[str | Path] = (),
    options: Options | None = None,
    force: bool = False,
    prune: bool = False,
) -> Built:
    """Build inputs (files, folders, patterns or jobs) into `out_dir`, by this process, by others, or by any executor.

    Whoever does the work, documents and manifest are the same. An executor on other machines needs reportgen there and the
    packs under the same paths, seen from the same working folder; inputs are sent along and documents come back. `workers`
    says how many it has.
    Raises: FindingsError when a path holds no input, another run is in the folder, or it cannot be written.
    """
    given = list(jobs)
    planned = plan([str(job) for job in given if not isinstance(job, Job)])
    if planned.findings:
        raise FindingsError(planned.findings)
    everything = [*planned.jobs, *(job for job in given if isinstance(job, Job))]
    wishes = Wishes(force=force, prune=prune, workers=workers, executor=executor)
    return build_all(everything, Path(out_dir), Search.of(templates), options=options or Options(), wishes=wishes)


def make(
    data: Mapping[str, Any],
    *,
    pack: str | None = None,
    kind: str | None = None,
    templates: Sequence[str | Path] = (),
    draft: bool = False,
) -> Report:
    """One document of data in memory, as an input file would hold it; nothing is written.

    `pack` and `kind` go before those that `data` names; of several kinds the first is made. Numbers may be int, Decimal
    or float (taken as it prints), dates dates. Look at `Report.findings`: `docx` is None when one of them blocks.

    Raises: TypeError when `data` is no mapping, or holds what no input file could.
    """
    if not isinstance(data, Mapping):
        raise TypeError(f"data must be a mapping, not {type(data).__name__}")
    return reports(Given(_exact(data)), Workshop(Search.of(templates).folders()), options=Options(pack, kind, draft))[0]


def load_pack(name: str, *, templates: Sequence[str | Path] = ()) -> packs.Pack:
    """The pack of this name. Raises: PackNotFound."""
    return packs.load(name, Search.of(templates).folders())


def _exact(value: Any) -> Any:
    """Data as an input file would give it: mappings and lists plain, floats as the Decimal that they print as, dates as text."""
    if isinstance(value, Mapping):
        return {str(key): _exact(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(item) for item in value]
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, date):
        return value.isoformat()[:10]
    if value is None or isinstance(value, str | int | Decimal):
        return value
    raise TypeError(f"an input cannot hold {type(value).__name__}: {value!r}")
