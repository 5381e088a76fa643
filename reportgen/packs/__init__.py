"""A district's folder: its schema, figures, page format and templates, inherited from the packs that it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.on_demand import on_demand
from reportgen.packs.data import Data
from reportgen.packs.fields import Field, dotted_names
from reportgen.packs.folders import available
from reportgen.packs.items import views, with_item
from reportgen.packs.layers import Layers
from reportgen.packs.pack import Band, Kind, Pack
from reportgen.packs.schema import Schema
from reportgen.packs.validation import validate

if TYPE_CHECKING:
    from reportgen.packs.demands import Demand
    from reportgen.packs.editor import Keys, json_schema
    from reportgen.packs.loading import load
    from reportgen.packs.profile import Lettering, Page, PageNumber, Paragraph, Profile
    from reportgen.packs.profile_reading import STANDARD, read_profile
    from reportgen.packs.sampling import sample
    from reportgen.packs.walking import Entry, chinese_name, walk

__all__ = [
    "STANDARD",
    "Band",
    "Data",
    "Demand",
    "Entry",
    "Field",
    "Keys",
    "Kind",
    "Layers",
    "Lettering",
    "Pack",
    "Page",
    "PageNumber",
    "Paragraph",
    "Profile",
    "Schema",
    "available",
    "chinese_name",
    "dotted_names",
    "json_schema",
    "load",
    "read_profile",
    "sample",
    "validate",
    "views",
    "walk",
    "with_item",
]

_HOMES = {
    "reportgen.packs.demands": ("Demand",),
    "reportgen.packs.editor": ("Keys", "json_schema"),
    "reportgen.packs.loading": ("load",),
    "reportgen.packs.profile": ("Lettering", "Page", "PageNumber", "Paragraph", "Profile"),
    "reportgen.packs.profile_reading": ("STANDARD", "read_profile"),
    "reportgen.packs.sampling": ("sample",),
    "reportgen.packs.walking": ("Entry", "chinese_name", "walk"),
}
__getattr__ = on_demand(__name__, _HOMES)
