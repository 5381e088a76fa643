"""Regular expressions that wait to be compiled."""

from __future__ import annotations

import re

import pytest

from reportgen.regexes import Memory, regex


def test_it_does_what_a_compiled_one_does() -> None:
    for number in regex(r"\d+"), re.compile(r"\d+"):
        assert [match[0] for match in number.finditer("1, 22")] == ["1", "22"]
        assert number.sub("n", "1, 22") == "n, n"
        assert (number.pattern, number.groups, number.fullmatch("x")) == (r"\d+", 0, None)
    assert regex("a", re.I).match("A")
    assert regex(b"a").findall(b"aba") == [b"a", b"a"]


def test_what_is_wrong_with_it_is_told_at_its_first_use() -> None:
    wrong = regex("(")
    with pytest.raises(re.error, match="unterminated subpattern"):
        wrong.search("x")


SAMPLES = [
    (r"第(?P<n>[一二三]{1,3})[章节](?!完)", 0),
    (r"(?<=[\u4e00-\u9fff])[,;:](?=[“《]|$)", 0),
    (r"(?i)(a)(?P<b>b)?|[^x]{2,}?", re.S),
    (rb"\x01(?:h(\d+))\x02", 0),
]


def test_what_an_earlier_run_compiled_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "第二章，第三节完；《好》,“AB,x"
    first = Memory(dict)
    expected = [first.compiled(*sample) for sample in SAMPLES]
    forms = first.forms()
    assert set(forms) == set(SAMPLES)

    second = Memory(lambda: forms)
    monkeypatch.setattr(re, "compile", None)
    for sample, other in zip(SAMPLES, expected, strict=True):
        one = second.compiled(*sample)
        subject = text if isinstance(one.pattern, str) else b"a\x01h12\x02"
        assert (one.pattern, one.flags, one.groups, one.groupindex) == (other.pattern, other.flags, other.groups, other.groupindex)
        assert [(m.span(), m.groups(), m.groupdict()) for m in one.finditer(subject)] == [
            (m.span(), m.groups(), m.groupdict()) for m in other.finditer(subject)
        ]
    assert second.forms() == {}
