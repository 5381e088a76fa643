"""A district's folder: its schema, figures, page format and templates, inherited from the packs that it extends."""

from reportgen.packs.data import Data
from reportgen.packs.editor import Keys, json_schema
from reportgen.packs.fields import Field, dotted_names
from reportgen.packs.folders import available
from reportgen.packs.items import views, with_item
from reportgen.packs.layers import Layers
from reportgen.packs.loading import load
from reportgen.packs.pack import Band, Kind, Pack
from reportgen.packs.profile import STANDARD, Lettering, Page, PageNumber, Paragraph, Profile, read_profile
from reportgen.packs.schema import Schema
from reportgen.packs.validation import validate

__all__ = [
    "STANDARD",
    "Band",
    "Data",
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
    "dotted_names",
    "json_schema",
    "load",
    "read_profile",
    "validate",
    "views",
    "with_item",
]
