"""Records: dicts that answer Chinese names too."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.expressions import Names, Record, near, path_of, variables

NAMES = Names({"预算数": "budget", "执行数": "executed"}, {"budget": "预算数", "executed": "执行数"})


def test_a_record_answers_its_keys_and_their_chinese_names():
    record = Record({"budget": 1}, NAMES, "finance")
    assert (record["budget"], record["预算数"], record.get("预算数"), record.get("执行数", 0)) == (1, 1, 1, 0)
    assert "预算数" in record
    assert "执行数" not in record
    with pytest.raises(KeyError):
        record["执行数"]


@given(st.dictionaries(st.text(max_size=5), st.integers()))
def test_a_record_equals_counts_and_iterates_as_the_dict_of_its_keys(values):
    record = Record(values, NAMES)
    assert record == values
    assert (len(record), list(record), list(record.items())) == (len(values), list(values), list(values.items()))


def test_a_record_survives_pickling():
    record = pickle.loads(pickle.dumps(Record({"budget": 1}, NAMES, "finance")))
    assert (record["预算数"], record.path, record.names) == (1, "finance", NAMES)


def test_the_names_of_a_context_are_keys_and_aliases():
    assert variables(Record({"budget": 1}, NAMES)) == {"budget": 1, "预算数": 1}
    assert variables({"a": 1}) == {"a": 1}


def test_paths_count_from_1():
    assert path_of(path_of(path_of("", "indicators"), 2), "rate") == "indicators[3].rate"


def test_a_near_name_is_found_and_a_far_one_is_not():
    assert near("bugdet", ["executed", "budget"]) == ["budget"]
    assert near("万园", ["万元", "大写"]) == ["万元"]
    assert near("zzz", ["budget"]) == []
    assert near("x" * 1000, ["x" * 999]) == []


def test_of_several_near_names_the_one_least_typing_away_comes_first():
    units = ["元", "万元", "亿元"]
    assert near("萬元", units, 3) == near("完元", units, 3) == ["万元", "亿元", "元"]
    assert near("职能", ["职责", "职能依据"], 2) == ["职能依据", "职责"]
    assert near("工作职责", ["主要职责", "工作职能", "工作"]) == ["工作职能"]
    assert near("scroe", ["scope", "score"], 2) == ["score", "scope"]
    assert near("元", ["年"]) == []
