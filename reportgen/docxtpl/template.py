"""A Word template as docxtpl's users know it: one object that is opened, rendered, edited and saved."""

from __future__ import annotations

import io
from collections.abc import Mapping
from os import PathLike
from typing import IO, TYPE_CHECKING, Any

from jinja2 import Environment

from reportgen.docxtpl.compiling import compiled, rendered
from reportgen.docxtpl.links import Links
from reportgen.docxtpl.replacing import Picture, Replacements

if TYPE_CHECKING:
    from docx.document import Document

    from reportgen.docxtpl.subdoc import Subdoc

File = IO[bytes] | str | PathLike[str]


class DocxTemplate:
    """A template, and after `render` the document made from it.

    Whatever this class does not know, it asks its python-docx `Document`: `template.paragraphs`, `template.sections`, …
    """

    def __init__(self, template_file: File) -> None:
        self.template_file = template_file
        self.is_rendered = False
        self.is_saved = False
        self.allow_missing_pics = False
        self.pic_map: dict[str, tuple[str, Picture]] = {}
        self._document: Document | None = None
        self._output: bytes | None = None
        self._links = Links()
        self.reset_replacements()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return getattr(self.docx, name)

    @property
    def docx(self) -> Document:
        """The python-docx document: the template before `render`, the document after. What is changed in it counts."""
        if self._document is None:
            from docx import Document

            self._document = Document(io.BytesIO(self._bytes()))
        return self._document

    @docx.setter
    def docx(self, document: Document | None) -> None:
        self._document = document

    def init_docx(self, reload: bool = True) -> None:
        """Go back to the template file where the document has been rendered."""
        if self.is_rendered and reload:
            self._document = self._output = None
            self.is_rendered = False

    def render_init(self) -> None:
        """Make ready for another rendering."""
        self.init_docx()
        self.pic_map = {}
        self.is_saved = False

    def get_docx(self) -> Document:
        """The template's document, to be edited before it is rendered."""
        self.init_docx()
        return self.docx

    def get_xml(self) -> str:
        """The body's XML."""
        from lxml import etree

        return etree.tostring(self.docx.element.body, encoding="unicode")

    def write_xml(self, filename: str | PathLike[str]) -> None:
        """Write the body's XML to a file."""
        with open(filename, "w", encoding="utf-8") as file:
            file.write(self.get_xml())

    def render(self, context: Mapping[str, Any], jinja_env: Environment | None = None, autoescape: bool = False) -> None:
        """Render the template, with changes made through `docx` so far.

        Without `autoescape`, a value that is XML goes in as XML where it keeps the document whole; any other is escaped.

        Raises: TemplateSyntaxError for faulty tags (all of them, with their places), NotADocx, and whatever an expression raises.
        """
        self.render_init()
        template = compiled(self._bytes(), jinja_env, autoescape or bool(jinja_env and jinja_env.autoescape is True))
        edited = self._document
        self._output = self._links.added(rendered(template, context))
        self._document = None
        if edited is not None:
            # Whoever holds the document from before goes on with the rendered one, as in docxtpl.
            edited.__dict__.update(self.docx.__dict__)
            self._document = edited
        self.is_rendered = True

    def save(self, filename: File, *args: Any, **kwargs: Any) -> None:
        """Write the document, with pictures and files replaced, to a path or a file object.

        Raises: ValueError for a picture to replace that is not there, OSError.
        """
        del args, kwargs
        data = self.replacements.applied(self._bytes(), self.pic_map, allow_missing=self.allow_missing_pics)
        if isinstance(filename, str | PathLike):
            with open(filename, "wb") as file:
                file.write(data)
        else:
            filename.write(data)
        self.is_saved = True

    def get_undeclared_template_variables(
        self, jinja_env: Environment | None = None, context: Mapping[str, Any] | None = None, *, nested: bool = False
    ) -> set[str]:
        """The names that all parts of the template take from the context; with `context`, those that it has not.

        `nested` gives dotted names (`department.name`, `tasks[].title`) instead of first names.
        """
        paths = compiled(self._source(), jinja_env, autoescape=False).undeclared()
        names = set(paths) if nested else {_first(path) for path in paths}
        return names if context is None else {name for name in names if _first(name) not in context}

    def new_subdoc(self, docpath: File | None = None) -> Subdoc:
        """A sub-document to be built with python-docx, or read from a .docx file."""
        from reportgen.docxtpl.subdoc import Subdoc

        self.init_docx()
        return Subdoc(self, docpath)

    def build_url_id(self, url: str) -> str:
        """The id of a hyperlink, for `RichText`'s `url_id`; it is valid in every part."""
        return self._links.id_of(url)

    def replace_pic(self, embedded_file: str, dst_file: File) -> None:
        """Replace the picture of this file name (or title, or alternative text), in the text, headers and footers."""
        self.replacements.pictures[embedded_file] = _read(dst_file)

    def replace_media(self, src_file: File, dst_file: File) -> None:
        """Replace every media file of the same bytes as `src_file`."""
        self.replacements.replace_same(_read(src_file), _read(dst_file), "word/media/")

    def replace_embedded(self, src_file: File, dst_file: File) -> None:
        """Replace every embedded file of the same bytes as `src_file`."""
        self.replacements.replace_same(_read(src_file), _read(dst_file), "word/embeddings/")

    def replace_zipname(self, zipname: str, dst_file: File) -> None:
        """Replace the member of this name of the .docx archive."""
        self.replacements.members[zipname] = _read(dst_file)

    def reset_replacements(self) -> None:
        """Forget what is to be replaced."""
        self.replacements = Replacements()

    def get_pic_map(self) -> dict[str, tuple[str, Picture]]:
        """The pictures met by the last `save` that replaced some: target and picture, by file name."""
        return self.pic_map

    def _bytes(self) -> bytes:
        """The file as it now stands."""
        if self._document is not None:
            saved = io.BytesIO()
            self._document.save(saved)
            return saved.getvalue()
        return self._output if self._output is not None else self._source()

    def _source(self) -> bytes:
        return _read(self.template_file)


def _read(file: File) -> bytes:
    """A file's bytes, from its beginning, however often it is read."""
    if isinstance(file, str | PathLike):
        with open(file, "rb") as opened:
            return opened.read()
    file.seek(0)
    return file.read()


def _first(path: str) -> str:
    """The first name of a dotted path."""
    return path.partition(".")[0].partition("[")[0]
