"""A district's folder: its schema, figures, page format and templates, inherited from the packs that it extends."""

from reportgen.packs.data import Data
from reportgen.packs.demands import Demand
from reportgen.packs.editor import Keys, json_schema
from reportgen.packs.fields import Field, dotted_names
from reportgen.packs.folders import available
from reportgen.packs.items import views, with_item
from reportgen.packs.layers import Layers
from reportgen.packs.loading import load
from reportgen.packs.pack import Band, Kind, Pack
from reportgen.packs.profile import Lettering, Page, PageNumber, Paragraph, Profile
from reportgen.packs.profile_reading import STANDARD, read_profile
from reportgen.packs.sampling import sample
from reportgen.packs.schema import Schema
from reportgen.packs.validation import validate
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
