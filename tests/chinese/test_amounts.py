"""Numbers as printed, against known cases and an independent reading."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.chinese.amounts import amount, capital_amount, convert, number, percent, plain, rounded

CENTS = st.integers(-(10**17), 10**17)


@pytest.mark.parametrize(
    ("value", "text"), [(Decimal("2.50"), "2.50"), (3, "3"), ("672.37", "672.37"), (Decimal("1E+3"), "1000"), (Decimal("-0.00"), "0.00")]
)
def test_numbers_stay_as_written(value: Decimal | int | str, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize("value", [1.5, None, True, [], b"1"])
def test_what_is_no_number_is_a_type_error(value: object) -> None:
    with pytest.raises(TypeError, match="number is needed"):
        plain(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["", "1,528.34", "672.37万元", "1e5", "٣", "007", Decimal("NaN"), Decimal("Infinity"), "1\n"])
def test_text_that_is_no_number_is_a_value_error(value: str | Decimal) -> None:
    with pytest.raises(ValueError, match="not a number"):
        plain(value)


@pytest.mark.parametrize("value", [10**61, Decimal("1E+999999"), Decimal("1E-999999"), Decimal("0E+1000")])
def test_numbers_that_would_fill_the_page_are_refused(value: int | Decimal) -> None:
    with pytest.raises(ValueError, match="60 digits"):
        number(value)


def test_halves_are_rounded_away_from_zero() -> None:
    assert [plain(rounded(v, 2)) for v in ("0.125", "-0.125", "0.135", "-0.001", "5")] == ["0.13", "-0.13", "0.14", "0.00", "5.00"]


@pytest.mark.parametrize("decimals", [-1, 21])
def test_decimals_are_bounded(decimals: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 20"):
        rounded(1, decimals)


def test_thousands_are_parted_only_when_asked() -> None:
    assert (amount("1528.345", 2), amount("1528.345", grouping=True), amount("-1234567", 2, True)) == (
        "1528.35",
        "1,528.345",
        "-1,234,567.00",
    )


@pytest.mark.parametrize(
    ("value", "units", "text"),
    [
        ("12345.00", ("元", "万元"), "1.234500"),
        ("672.37", ("万元", "元"), "6723700"),
        ("1.5", ("亿元", "万元"), "15000"),
        ("3", ("千元", "百万元"), "0.003"),
        ("2.50", ("万元", "万元"), "2.50"),
    ],
)
def test_units_of_money_convert_exactly(value: str, units: tuple[str, str], text: str) -> None:
    assert str(convert(value, *units)) == text


def test_an_unknown_unit_is_refused_with_the_list_of_units() -> None:
    with pytest.raises(ValueError, match="'美元'; there are 元 千元 万元 百万元 亿元"):
        convert(1, "元", "美元")


def test_percents_drop_trailing_zeros_unless_told() -> None:
    assert [percent(v) for v in ("98.784", "100.00", "85.5", "0", "-0.001")] == ["98.78%", "100%", "85.5%", "0%", "0%"]
    assert (percent(100, strip=False), percent("99.996", 2), percent("100", 0)) == ("100.00%", "100%", "100%")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("0.55", "伍角伍分"),
        ("1.05", "壹元零伍分"),
        ("1.50", "壹元伍角整"),
        ("10", "壹拾元整"),
        ("15.5", "壹拾伍元伍角整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("6723700", "陆佰柒拾贰万叁仟柒佰元整"),
        ("100000001", "壹亿零壹元整"),
        ("-2.005", "负贰元零壹分"),
        ("-0.001", "零元整"),
    ],
)
def test_known_amounts_in_capitals(value: str, words: str) -> None:
    assert capital_amount(value) == words


def test_capitals_are_bounded() -> None:
    with pytest.raises(ValueError, match="up to"):
        capital_amount(10**16)


def heard(words: str) -> Decimal:
    """An independent reading: each digit by the unit that follows it, whatever zeros are spoken."""
    total = section = digit = 0
    values = {"元": 100, "角": 10, "分": 1}
    for char in words.removeprefix("负").removesuffix("整"):
        if char in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(char)
        elif char in "拾佰仟":
            section += digit * 10 ** ("拾佰仟".index(char) + 1)
            digit = 0
        elif char == "万":
            section = (section + digit) * 10**4
            total, section, digit = total + section, 0, 0
        elif char == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        else:
            total = (total + section + digit) * values[char] if char == "元" else total + digit * values[char]
            section = digit = 0
    return Decimal(-total if words.startswith("负") else total) / 100


@given(CENTS)
def test_an_amount_in_capitals_is_heard_as_the_amount(cents: int) -> None:
    value = Decimal(cents).scaleb(-2)
    words = capital_amount(value)
    assert heard(words) == value
    assert "零零" not in words


@given(CENTS, st.sampled_from(["元", "千元", "万元", "百万元", "亿元"]), st.sampled_from(["元", "千元", "万元", "百万元", "亿元"]))
def test_conversion_there_and_back_changes_no_value(cents: int, one: str, other: str) -> None:
    value = Decimal(cents).scaleb(-2)
    assert convert(convert(value, one, other), other, one) == value
