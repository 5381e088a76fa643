"""Text as the value of an attribute."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.ooxml.quoting import quoted


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff") | st.sampled_from("\n\t&<>\"'")))
def test_a_parser_reads_back_what_was_quoted(text: str) -> None:
    assert etree.fromstring(f"<a b={quoted(text)}/>").get("b") == text
