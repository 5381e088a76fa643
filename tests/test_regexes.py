"""Regular expressions that wait to be compiled."""

from __future__ import annotations

import re

import pytest

from reportgen.regexes import regex


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
