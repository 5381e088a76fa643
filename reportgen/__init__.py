"""Government performance reports from YAML, through Word templates, in official format.

`build` makes documents of files, `make` makes one of data in memory, `Template` renders any Word template of docxtpl's dialect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen._version import __version__
from reportgen.on_demand import on_demand

if TYPE_CHECKING:
    from reportgen.batch import Built, Job, Outcome
    from reportgen.errors import FindingsError, NotADocx, OutputError, PackNotFound, ReportgenError
    from reportgen.expressions.charts import Chart
    from reportgen.expressions.official import Caption, Footnote, Reference
    from reportgen.findings import Finding, Place, Severity, Span
    from reportgen.library import build, build_many, load_pack, make
    from reportgen.options import Options
    from reportgen.packs import Pack
    from reportgen.pipeline import Report
    from reportgen.render import Image, Subdocument, Template

__all__ = [
    "Built",
    "Caption",
    "Chart",
    "Finding",
    "FindingsError",
    "Footnote",
    "Image",
    "Job",
    "NotADocx",
    "Options",
    "Outcome",
    "OutputError",
    "Pack",
    "PackNotFound",
    "Place",
    "Reference",
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
    "reportgen.expressions.charts": ("Chart",),
    "reportgen.expressions.official": ("Caption", "Footnote", "Reference"),
    "reportgen.findings": ("Finding", "Place", "Severity", "Span"),
    "reportgen.packs": ("Pack",),
    "reportgen.pipeline": ("Report",),
    "reportgen.library": ("build", "build_many", "load_pack", "make"),
    "reportgen.options": ("Options",),
    "reportgen.render": ("Image", "Subdocument", "Template"),
}
__getattr__ = on_demand(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
