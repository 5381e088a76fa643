"""Context to document: compiled templates rendered in pieces, with values that write themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.on_demand import on_demand
from reportgen.render.insertion import Insertion, WritesItself
from reportgen.render.template import Template

if TYPE_CHECKING:
    from reportgen.render.pictures import Image
    from reportgen.render.subdocuments import Subdocument

__all__ = ["Image", "Insertion", "Subdocument", "Template", "WritesItself"]

_HOMES = {
    "reportgen.render.pictures": ("Image",),
    "reportgen.render.subdocuments": ("Subdocument",),
}
__getattr__ = on_demand(__name__, _HOMES)
