"""A good .docx file made bad: cut, flipped, stuffed, its parts missing, damaged or hostile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.documents import archive, docx, p, parts_of, picture, png, r, table, tc, tr

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def whole() -> bytes:
    """A document with every kind of part and tag."""
    rows = [tr("{%tr for row in rows %}", ""), tr(tc("{% vm %}{{ row }}"), "{% cellbg 'FF0000' %}{{ name }}"), tr("{%tr endfor %}", "")]
    return docx(
        p("{{ name }}", r("{% if yes %}甲{% endif %}", bold=True), picture("rId50")),
        *("{%p for item in items %}", "{{ item }}", "{%p endfor %}"),
        table(rows, columns=2),
        header="{{ name }}",
        footer="{{ name }}",
        footnotes=["{{ name }}"],
        comments=["{{ name }}"],
        images={"rId50": png()},
        links={"rId51": "http://a.cn/"},
    )


def _with(name: str, content: bytes) -> bytes:
    return archive({**parts_of(whole()), name: content})


def damaged_bytes() -> SearchStrategy[bytes]:
    """The file cut, with bytes changed, taken out, doubled or put in."""
    good = whole()
    place = st.integers(0, len(good))
    return st.one_of(
        place.map(lambda end: good[:end]),
        place.map(lambda start: good[start:]),
        st.builds(lambda at, more: good[:at] + more + good[at:], place, st.binary(max_size=40)),
        st.builds(lambda at, more: good[:at] + more + good[at + len(more) :], place, st.binary(min_size=1, max_size=8)),
        st.builds(lambda a, b: good[: min(a, b)] + good[max(a, b) :], place, place),
        st.binary(max_size=200),
        st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
    )


def damaged_parts() -> SearchStrategy[bytes]:
    """One part of a sound archive missing, cut, or with other text in it."""
    parts = parts_of(whole())
    names = st.sampled_from(sorted(parts))

    def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
        return archive({**parts, name: change(parts[name])})

    def cut(name: str, at: float) -> bytes:
        return changed(name, lambda data: data[: int(len(data) * at)])

    def spliced(name: str, at: float, more: bytes) -> bytes:
        return changed(name, lambda data: data[: int(len(data) * at)] + more + data[int(len(data) * at) :])

    def missing(name: str) -> bytes:
        return archive({other: data for other, data in parts.items() if other != name})

    share = st.floats(0, 1)
    soup = st.sampled_from(
        [b"<", b"&", b"&amp;", b"]]>", b"<!--", b"\xff", b"\x00", b"<w:p>", b"</w:p>", b'"', b"{%", b"%}", b"{{", b"<?x?>"]
    )
    swap = st.sampled_from(
        [
            (b"w:tr", b"w:tc"),
            (b"w:p>", b"w:r>"),
            (b"wordprocessingml", b"other"),
            (b"w:t>", b"w:pPr>"),
            (b"r:id", b"r:di"),
            (b"rId", b"xId"),
        ]
    )
    return st.one_of(
        names.map(missing),
        st.builds(cut, names, share),
        st.builds(spliced, names, share, st.one_of(soup, st.binary(max_size=20))),
        st.builds(lambda name, pair: changed(name, lambda data: data.replace(*pair)), names, swap),
        st.builds(lambda name, other: changed(name, lambda _: parts[other]), names, names),
    )


_DOCUMENT = '<w:document xmlns:w="{}"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
_LAUGHS = (
    "<!DOCTYPE w ["
    + '<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def _bomb() -> bytes:
    """A few kilobytes that unzip to 60 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts_of(whole()).items():
            target.writestr(name, data)
        for number in range(2):
            target.writestr(f"word/media/{number}.bin", b"\0" * 30_000_000)
    return out.getvalue()


def _relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    rels = parts_of(whole())["word/_rels/document.xml.rels"].decode()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return _with(
        "word/_rels/document.xml.rels",
        rels.replace("</R", f'<Relationship Id="x" Type="{base}/{kind}" Target="{target}"{mode}/></R').encode(),
    )


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "entities": lambda: _with("word/document.xml", (_LAUGHS + _DOCUMENT.format(_W, "&i;")).encode()),
    "a file as entity": lambda: _with(
        "word/document.xml", ('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _DOCUMENT.format(_W, "&x;")).encode()
    ),
    "an outside document type": lambda: _with("word/header.xml", b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><w/>'),
    "entities in UTF-16": lambda: _with("word/document.xml", (_LAUGHS + _DOCUMENT.format(_W, "&i;")).encode("utf-16")),
    "a zip bomb": _bomb,
    "deep nesting": lambda: _with(
        "word/document.xml", _DOCUMENT.format(_W, "").replace("<w:p>", "<w:sdt><w:sdtContent>" * 20_000).encode()
    ),
    "macros": lambda: _with("word/vbaProject.bin", b"\0"),
    "a part outside": lambda: _with("../../etc/passwd", b"x"),
    "an outside picture": lambda: _relation("image", "file:///etc/passwd"),
    "an outside template": lambda: _relation("attachedTemplate", "http://127.0.0.1:9/x.dotm"),
    "a relationship out of the package": lambda: _relation("header", "../../../etc/passwd", ""),
    "a header that is the document": lambda: _relation("header", "document.xml", ""),
    "an unpaired bracket storm": lambda: _with("word/document.xml", _DOCUMENT.format(_W, "{{ " + "(" * 50_000).encode()),
    "a storm of brackets": lambda: _with(
        "word/document.xml", _DOCUMENT.format(_W, "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}").encode()
    ),
    "a storm of openings": lambda: _with("word/document.xml", _DOCUMENT.format(_W, "{% " * 20_000).encode()),
    "a storm of quotes": lambda: _with("word/document.xml", _DOCUMENT.format(_W, "{{ '“" * 10_000).encode()),
    "a storm of conditions": lambda: _with(
        "word/document.xml", _DOCUMENT.format(_W, "{% if a %}" * 1_500 + "{% endif %}" * 1_500).encode()
    ),
    "a long sum": lambda: _with("word/document.xml", _DOCUMENT.format(_W, "{{ 1" + "+1" * 5_000 + " }}").encode()),
    "a chain of filters": lambda: _with("word/document.xml", _DOCUMENT.format(_W, "{{ a" + "|upper" * 5_000 + " }}").encode()),
    "a chain of nots": lambda: _with("word/document.xml", _DOCUMENT.format(_W, "{{ " + "not " * 5_000 + "a }}").encode()),
}
"""Files that want to take the machine's time or memory, or its secrets."""
