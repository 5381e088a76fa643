"""Context to document: compiled templates rendered in pieces, with values that write themselves."""

from reportgen.render.insertion import Insertion, WritesItself
from reportgen.render.pictures import Image
from reportgen.render.subdocuments import Subdocument
from reportgen.render.template import Template

__all__ = ["Image", "Insertion", "Subdocument", "Template", "WritesItself"]
