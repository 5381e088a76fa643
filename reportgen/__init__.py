"""Government performance reports from YAML, through Word templates, in official format.

`build` makes documents of files, `make` makes one of data in memory, `Template` renders any Word template of docxtpl's dialect.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportgen._version import __version__

if TYPE_CHECKING:
    from reportgen.batch import Built, Job, Outcome
    from reportgen.errors import FindingsError, NotADocx, OutputError, PackNotFound, ReportgenError
    from reportgen.findings import Finding, Place, Severity, Span
    from reportgen.library import build, build_many, load_pack, make
    from reportgen.options import Options
    from reportgen.packs import Pack
    from reportgen.pipeline import Report
    from reportgen.render import Image, Subdocument, Template

__all__ = [
    "Built",
    "Finding",
    "FindingsError",
    "Image",
    "Job",
    "NotADocx",
    "Options",
    "Outcome",
    "OutputError",
    "Pack",
    "PackNotFound",
    "Place",
    "Report",
    "ReportgenError",
    "Severity",
    "Span",
    "Subdocument",
    "Template",
    "__version__",
    "build",
    "build_many",
    "load_pack",
    "make",
]

_HOMES = {
    "reportgen.batch": ("Built", "Job", "Outcome"),
    "reportgen.errors": ("FindingsError", "NotADocx", "OutputError", "PackNotFound", "ReportgenError"),
    "reportgen.findings": ("Finding", "Place", "Severity", "Span"),
    "reportgen.packs": ("Pack",),
    "reportgen.pipeline": ("Report",),
    "reportgen.library": ("build", "build_many", "load_pack", "make"),
    "reportgen.options": ("Options",),
    "reportgen.render": ("Image", "Subdocument", "Template"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Public names are imported when first used: the command line and small programs start without what they don't need."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'reportgen' has no attribute {name!r}")
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
