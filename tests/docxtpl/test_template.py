"""`DocxTemplate` as docxtpl's users know it: open, edit, render, replace, save."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx as python_docx
import docxtpl
import jinja2
import pytest
from docx.shared import Mm

from reportgen import docxtpl as dropin
from reportgen.docxtpl import RP, DocxTemplate, InlineImage, Listing, R, RichText, RichTextParagraph, Subdoc
from reportgen.errors import FindingsError, NotADocx
from reportgen.render import Template
from tests.differential.comparing import lines_of
from tests.documents import docx, p, parts_of, picture, png, r, side_text_of, table, text_of
from tests.docxtpl.templates import with_properties
from tests.invariants import check_document


def _template(*blocks: str, **parts: Any) -> DocxTemplate:
    return DocxTemplate(io.BytesIO(docx(*blocks, **parts)))


def _saved(template: DocxTemplate) -> bytes:
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _rendered(template: DocxTemplate, context: dict[str, Any], environment: jinja2.Environment | None = None, **options: Any) -> bytes:
    template.render(context, environment, **options)
    return _saved(template)


def test_every_public_name_of_docxtpl_is_here() -> None:
    public = {"DocxTemplate", "RichText", "RichTextParagraph", "Listing", "InlineImage", "Subdoc", "R", "RP"}
    assert public <= set(vars(docxtpl))
    assert set(dropin.__all__) == public | {"FaultyTemplate"}
    assert (RichText, RichTextParagraph) == (R, RP)


def test_every_method_that_users_of_docxtpl_call_is_here() -> None:
    for name in (
        *("init_docx", "get_docx", "render_init", "render", "save", "new_subdoc", "build_url_id", "get_xml", "write_xml"),
        *("replace_pic", "replace_media", "replace_embedded", "replace_zipname", "reset_replacements", "get_pic_map"),
        "get_undeclared_template_variables",
    ):
        assert callable(getattr(DocxTemplate, name))
        assert callable(getattr(docxtpl.DocxTemplate, name))


def test_a_template_opens_from_path_text_and_file_object_and_saves_to_each(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(docx("{{ n }}"))
    for source in (path, str(path), io.BytesIO(path.read_bytes())):
        template = DocxTemplate(source)
        template.render({"n": 5})
        for target in (tmp_path / "a.docx", str(tmp_path / "b.docx")):
            template.save(target)
            assert text_of(Path(target).read_bytes()) == ["5"]
        with (tmp_path / "c.docx").open("wb") as file:
            template.save(file)
        assert text_of((tmp_path / "c.docx").read_bytes()) == ["5"]


def test_state_is_told_by_is_rendered() -> None:
    template = _template("{{ n }}")
    assert not template.is_rendered
    template.render({"n": 1})
    assert template.is_rendered
    template.get_docx()
    assert not template.is_rendered


def test_one_template_renders_many_times_and_the_same_data_gives_the_same_bytes() -> None:
    template = _template("{{ n }}")
    first, other, again = (_rendered(template, {"n": n}) for n in (1, 2, 1))
    assert [text_of(data) for data in (first, other, again)] == [["1"], ["2"], ["1"]]
    assert first == again


def test_saving_without_rendering_writes_the_template_with_its_edits() -> None:
    template = _template("{{ n }}")
    template.get_docx().add_paragraph("more")
    assert text_of(_saved(template)) == ["{{ n }}", "more"]


def test_what_the_template_does_not_know_is_asked_of_its_document() -> None:
    template = _template("{{ n }}")
    assert [paragraph.text for paragraph in template.paragraphs] == ["{{ n }}"]
    template.core_properties.title = "{{ n }} 题"
    template.render({"n": 7})
    assert template.docx.core_properties.title == "7 题"
    with pytest.raises(AttributeError):
        template.no_such_thing  # noqa: B018 (the look-up is the test)


def test_a_document_held_from_before_the_rendering_is_the_rendered_one_after_it() -> None:
    template = _template("{{ n }}")
    document = template.get_docx()
    template.render({"n": 1})
    document.add_paragraph("end")
    assert text_of(_saved(template)) == ["1", "end"]


def test_a_document_set_by_the_user_is_rendered() -> None:
    template = _template("{{ n }}")
    template.docx = python_docx.Document(io.BytesIO(docx("other {{ n }}")))
    assert text_of(_rendered(template, {"n": 1})) == ["other 1"]


def test_the_bodys_xml_can_be_had_and_written(tmp_path: Path) -> None:
    template = _template("文")
    template.write_xml(tmp_path / "x.xml")
    assert template.get_xml() == (tmp_path / "x.xml").read_text("utf-8")
    assert ">文</w:t>" in template.get_xml()


def test_variables_are_found_in_every_part_and_nested_on_request() -> None:
    template = DocxTemplate(
        io.BytesIO(
            docx(
                *("{{ a.b }}{% for x in rows %}{{ x.name }}{% endfor %}{% set own = 1 %}{{ own }}{{ range(2) }}",),
                header="{{ in_header }}",
                footnotes=["{{ in_note }}"],
                endnotes=["{{ in_endnote }}"],
                comments=["{{ in_comment }}"],
            )
        )
    )
    names = {"a", "rows", "in_header", "in_note", "in_endnote", "in_comment"}
    assert template.get_undeclared_template_variables() == names
    assert template.get_undeclared_template_variables(context={"a": 1, "rows": []}) == names - {"a", "rows"}
    assert template.get_undeclared_template_variables(nested=True) >= {"a.b", "rows[].name", "in_note"}
    template.render({"rows": [], "a": {}})
    assert template.get_undeclared_template_variables(context={"rows": []}) == names - {"rows"}


def test_variables_of_document_properties_count() -> None:
    template = DocxTemplate(io.BytesIO(with_properties("文")))
    assert template.get_undeclared_template_variables() == {"test", "author"}


def test_pictures_are_replaced_by_name_and_by_alternative_text_everywhere() -> None:
    body = p(picture("rId50").replace('name="p.png"', 'name="p.png" descr="logo"'))
    template = _template(body, "{{ n }}", images={"rId50": png(1)})
    template.replace_pic("logo", io.BytesIO(png(2)))
    parts = parts_of(_rendered(template, {}))
    assert parts["word/media/rId50.png"] == png(2)
    assert set(template.get_pic_map()) == {"p.png"}


def test_a_picture_to_replace_that_is_not_there_is_an_error_unless_allowed() -> None:
    template = _template("{{ n }}")
    template.replace_pic("none.png", io.BytesIO(png()))
    template.render({})
    with pytest.raises(ValueError, match=r"none\.png"):
        _saved(template)
    template.allow_missing_pics = True
    assert text_of(_saved(template)) == [""]
    template.reset_replacements()
    template.allow_missing_pics = False
    assert text_of(_saved(template)) == [""]


def test_faulty_tags_raise_jinjas_error_with_all_faults_and_their_places() -> None:
    template = _template("好", "{{ a b }}", table([["{{ c|nofilter }}", "x"]]))
    with pytest.raises(jinja2.TemplateSyntaxError) as raised:
        template.render({})
    assert isinstance(raised.value, FindingsError)
    assert [finding.code for finding in raised.value.findings] == ["T002", "T007"]
    assert any("nofilter" in line for line in raised.value.docx_context)
    assert "{{ a b }}" in str(raised.value)


@pytest.mark.parametrize(
    ("tag", "kind"),
    [("{{ 1/0 }}", ZeroDivisionError), ("{{ a.b.c }}", jinja2.UndefinedError), ("{{ none + 1 }}", TypeError), ("{{ boom() }}", KeyError)],
)
def test_an_expressions_own_error_is_raised_with_a_note_of_its_tag(tag: str, kind: type[Exception]) -> None:
    def boom() -> None:
        raise KeyError("x")

    with pytest.raises(kind) as raised:
        _template("一", tag).render({"boom": boom})
    assert tag in "".join(raised.value.__notes__)


def test_a_damaged_file_is_a_named_error() -> None:
    with pytest.raises(NotADocx):
        DocxTemplate(io.BytesIO(b"PK nonsense")).render({})


def test_an_environments_undefined_class_filters_globals_and_finalize_count() -> None:
    strict = jinja2.Environment(undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError):
        _template("{{ x }}").render({}, strict)
    environment = jinja2.Environment(finalize=lambda value: "—" if value is None else value, undefined=jinja2.DebugUndefined)
    environment.globals["g"] = 5
    template = _template("{{ none }}{{ g }}{{ x }}")
    assert text_of(_rendered(template, {}, environment)) == ["—5{{ x }}"]
    environment.filters["late"] = lambda value: f"{value}!"
    assert text_of(_rendered(_template("{{ g|late }}"), {}, environment)) == ["5!"]


def test_a_filter_added_or_changed_between_renderings_counts() -> None:
    environment = jinja2.Environment()
    template = _template("{{ 1|late }}")
    with pytest.raises(jinja2.TemplateSyntaxError):
        template.render({}, environment)
    environment.filters["late"] = lambda value: f"{value}!"
    assert text_of(_rendered(template, {}, environment)) == ["1!"]
    environment.filters["late"] = lambda value: f"{value}?"
    assert text_of(_rendered(template, {}, environment)) == ["1?"]


def test_an_environment_that_escapes_is_not_asked_twice() -> None:
    environment = jinja2.Environment(autoescape=True)
    assert text_of(_rendered(_template("{{ s }}"), {"s": "<b>"}, environment)) == ["<b>"]


def test_links_lead_somewhere_in_every_part() -> None:
    template = _template("{{r link }}", header="{{r link }}", footnotes=["{{r link }}"])
    link = RichText("看", url_id=template.build_url_id("http://a.cn/?x=1&y=2"))
    data = _rendered(template, {"link": link})
    check_document(data)
    assert sum("http://a.cn/?x=1&y=2" in line for line in lines_of(data)) == 3


def test_links_pictures_and_sub_documents_may_be_made_while_rendering() -> None:
    template = _template("{{r link('http://a.cn') }}{{ photo() }}", "{{p part() }}")

    def part() -> Any:
        made = template.new_subdoc()
        made.add_paragraph("子").add_run().add_picture(io.BytesIO(png(7)))
        return made

    data = _rendered(
        template,
        {
            "link": lambda url: RichText("看", url_id=template.build_url_id(url)),
            "photo": lambda: InlineImage(template, io.BytesIO(png(8)), width=Mm(5)),
            "part": part,
        },
    )
    check_document(data)
    assert {png(7), png(8)} <= set(parts_of(data).values())


def test_a_sub_document_may_stand_in_headers_and_several_times() -> None:
    template = _template("{{p part }}", "{{p part }}", header=["{{p part }}", "末"])
    part = template.new_subdoc()
    assert isinstance(part, Subdoc)
    part.add_paragraph("子").add_run().add_picture(io.BytesIO(png(7)))
    data = _rendered(template, {"part": part})
    check_document(data)
    assert text_of(data) == ["子", "子"]
    assert side_text_of(data) == ["子", "末"]


def test_docxtpls_own_values_work_in_its_place_and_in_our_template() -> None:
    blocks = ("{{r rich }}{{ list }}{{ image }}", "{{p paragraphs }}")
    values = {
        "rich": docxtpl.RichText("甲", bold=True, font="仿宋", highlight="#FFFF00"),
        "list": docxtpl.Listing("一\n二<"),
        "paragraphs": docxtpl.RichTextParagraph("段", parastyle="Heading1"),
        "image": docxtpl.InlineImage(None, io.BytesIO(png(3)), width=Mm(3), anchor="http://a.cn/"),
    }
    source = docx(*blocks, header="{{ image }}")
    ours = Template.open(source).render(values)
    placed = _rendered(DocxTemplate(io.BytesIO(source)), values)
    for data in (ours, placed):
        check_document(data)
        assert text_of(data) == ["甲一\n二<", "段"]
        document = parts_of(data)["word/document.xml"].decode()
        assert '<w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:cs="仿宋"/><w:b/><w:shd w:val="clear"' in document


def test_listing_and_rich_text_take_bytes_numbers_and_none() -> None:
    assert str(Listing(b"a<")) == "a&lt;"
    assert str(Listing(5)) == "5"
    assert str(RichText()) == ""
    assert ">5</w:t>" in str(RichText(5))
    assert "甲" in str(RichText("甲".encode()))


def test_rich_text_keeps_the_schemas_order_and_quotes_what_it_is_given() -> None:
    rich = RichText(
        "x", style='a"b', font="仿宋", bold=True, color="#ff0000", size=32, underline=True, highlight="00ff00", rtl=True, lang="zh-CN"
    )
    names = [piece.split(" ")[0].rstrip("/>") for piece in rich.xml.split("<w:")[3:-1]]
    assert names == ["rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "u", "shd", "rtl", "lang"]
    assert 'w:val="a&quot;b"' in rich.xml
    assert rich.xml.count("仿宋") == 4


def test_a_run_with_rich_text_keeps_the_look_of_what_stands_beside_it() -> None:
    data = _rendered(_template(p(r("前{{r x }}后", bold=True))), {"x": RichText("红", color="FF0000")})
    runs = python_docx.Document(io.BytesIO(data)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [("前", True), ("红", None), ("后", True)]
