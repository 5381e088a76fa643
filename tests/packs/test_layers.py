"""Files laid over one another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen import inputs
from reportgen.packs.layers import Layer, Layers, Nowhere, stack


def of(*texts: str) -> Layers:
    trees = [inputs.read(text.encode(), f"{n}.yaml") for n, text in enumerate(texts, 1)]
    return stack([Layer(tree.value, tree) for tree in trees])


def test_mappings_are_merged_lists_replaced_and_null_removes():
    layers = of("a: {b: 1, c: 2}\nl: [1, 2]\nx: 1", "a: {c: 3, d: {e: 4, f: null}}\nl: [9]\nx: null")
    assert layers.value == {"a": {"b": 1, "c": 3, "d": {"e": 4}}, "l": [9]}


def test_each_value_knows_the_file_and_line_that_gave_it():
    layers = of("a:\n  b: 1\n  c: 2\nl: [1]", "a:\n\n\n  c: 3\nl: [8, 9]")
    places = [(layers.span(path).file, layers.span(path).line) for path in (("a", "b"), ("a", "c"), ("l", 1))]
    assert places == [("1.yaml", 2), ("2.yaml", 4), ("2.yaml", 5)]
    assert layers.locate(("a", "c"), 0).line == 4


def test_a_plain_value_over_a_mapping_takes_its_place_whole():
    layers = of("a: {b: {c: 1}}", "a: {b: 2}", "a: {b: {d: 3}}")
    assert layers.value == {"a": {"b": {"d": 3}}}
    assert layers.span(("a", "b", "d")).file == "3.yaml"


_TREES = st.recursive(
    st.none() | st.integers(0, 3) | st.lists(st.integers(0, 3), max_size=2),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
_FILES = st.dictionaries(st.sampled_from("abc"), _TREES, max_size=3)


@given(_FILES, _FILES)
def test_laying_a_file_over_twice_is_laying_it_over_once(below: dict[str, object], above: dict[str, object]):
    once = stack([Layer(below, Nowhere()), Layer(above, Nowhere())])
    twice = stack([Layer(below, Nowhere()), Layer(above, Nowhere()), Layer(above, Nowhere())])
    assert once.value == twice.value


@given(_FILES)
def test_a_file_over_nothing_is_the_file_without_its_nulls(above: dict[str, object]):
    value = stack([Layer(above, Nowhere())]).value
    assert "None" not in repr(value)
    assert set(value) == {key for key, item in above.items() if item is not None}
