"""What another Word file holds, carried into a rendering with its styles, lists, pictures and links."""

from __future__ import annotations

from lxml import etree

from reportgen.compiler.linking.merging import Budget, Merger
from reportgen.compiler.linking.sources import Source
from reportgen.compiler.names import SECTION
from reportgen.compiler.tags import Marked
from reportgen.ooxml import Package
from reportgen.ooxml.namespaces import R, W, qn
from reportgen.ooxml.styles import Styles, read_styles
from reportgen.render.state import Rendering

_MAX_ELEMENTS = 100_000


def carried_xml(package: Package, rendering: Rendering) -> str:
    """The paragraphs and tables of a file, as the part being written wants them."""
    child = _source(package)
    merger = Merger(_source(rendering.draft.package()), Budget(_MAX_ELEMENTS))
    target = Marked(etree.fromstring(f'<w:document xmlns:w="{W}" xmlns:r="{R}"/>'), rendering.part, [], [])
    body = child.body.root.find(qn("w:body"))
    blocks = [] if body is None else [block for block in body if block.tag != SECTION and isinstance(block.tag, str)]
    carried = merger.carry(blocks, child.body, child, target)
    rendering.take_over(merger.finish())
    for drawing in (one for block in carried for one in block.iter(qn("wp:docPr"))):
        drawing.set("id", "\ufdd2")
    xml = "".join(etree.tostring(block, encoding="unicode", with_tail=False) for block in carried)
    return xml.replace("\ufdd2", rendering.drawing_id())


def _source(package: Package) -> Source:
    """A file as linking wants it, of which only the body counts."""
    body = Marked(package.root(package.main), package.main, [], [])
    styles, numbering = (package.root(name) if (name := package.part(kind)) else None for kind in ("styles", "numbering"))
    return Source(package, package.file, {package.main: body}, styles, Styles(()) if styles is None else read_styles(styles), numbering)
