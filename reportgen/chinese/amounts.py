"""Numbers as they are printed: plain, rounded half-up, grouped, in another unit, in capitals, in percent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.chinese.numerals import LARGEST, spell
from reportgen.regexes import regex

UNITS = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
"""Units of money, each with its power of ten."""

MOST_DECIMALS = 20
_LARGEST_EXPONENT = 60
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
# Wide enough that no step below rounds where it should not.
_EXACT = Context(prec=300, rounding=ROUND_HALF_UP)
_CAPITALS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")

Number = int | Decimal | str
"""What is taken for a number: floats are not, they have lost the number as it was written."""


def number(value: Number) -> Decimal:
    """`value` as a finite Decimal; text must be written as YAML numbers are here: 0, -3, 2.50; no exponent, no leading zero.

    Raises:
        TypeError: `value` is no int, Decimal or text (None, a float, a boolean).
        ValueError: text that is no number, NaN or an infinity, or more than 60 digits either side of the point.
    """
    decimal = value if type(value) is Decimal else _read(value)
    if not decimal.is_finite():
        raise ValueError(f"not a number: {decimal}")
    exponent = decimal.as_tuple().exponent
    if decimal.adjusted() >= _LARGEST_EXPONENT or (isinstance(exponent, int) and abs(exponent) > _LARGEST_EXPONENT):
        raise ValueError(f"a number of more than {_LARGEST_EXPONENT} digits")
    return decimal or decimal.copy_abs()


def _read(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise TypeError(f"a number is needed (int, Decimal or its text), not {type(value).__name__}")
    if isinstance(value, str) and not (len(value) <= 2 * _LARGEST_EXPONENT and _NUMBER.fullmatch(value)):
        raise ValueError(f"not a number: {value[:40]!r}")
    if isinstance(value, int) and abs(value) >= 10**_LARGEST_EXPONENT:
        raise ValueError(f"a number of more than {_LARGEST_EXPONENT} digits")
    return Decimal(value)


def plain(value: Number) -> str:
    """`value` as written, without an exponent: 2.50 stays 2.50, 1E+3 is 1000."""
    return f"{number(value):f}"


def rounded(value: Number, decimals: int) -> Decimal:
    """`value` with exactly `decimals` decimals, halves away from zero; a zero never carries a minus.

    Raises:
        ValueError: `decimals` is not from 0 to `MOST_DECIMALS`.
    """
    if not isinstance(decimals, int) or isinstance(decimals, bool):
        raise TypeError(f"the number of decimals must be a whole number, not {type(decimals).__name__}")
    if not 0 <= decimals <= MOST_DECIMALS:
        raise ValueError(f"decimals go from 0 to {MOST_DECIMALS}, not {decimals}")
    exact = number(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return exact.copy_abs() if exact.is_zero() else exact


def amount(value: Number, decimals: int | None = None, grouping: bool = False) -> str:
    """`value` in plain notation, with `decimals` decimals (None: as written), thousands parted by commas when `grouping`."""
    exact = number(value) if decimals is None else rounded(value, decimals)
    return f"{exact:,f}" if grouping else f"{exact:f}"


def convert(value: Number, from_unit: str, to_unit: str) -> Decimal:
    """`value` in another unit of money, exactly: 12345.00 元 are 1.234500 万元.

    Raises:
        ValueError: a unit that is not in `UNITS`.
    """
    for unit in (from_unit, to_unit):
        if unit not in UNITS:
            raise ValueError(f"no unit of money is called {unit!r}; there are {' '.join(UNITS)}")
    if from_unit == to_unit:
        return number(value)
    moved = number(value).scaleb(UNITS[from_unit] - UNITS[to_unit], _EXACT)
    return Decimal(f"{moved:f}")


def percent(value: Number, decimals: int = 2, strip: bool = True) -> str:
    """`value`, which is in percent already, with its sign: 98.78%; trailing zeros go (100%) unless `strip` is off (100.00%)."""
    text = f"{rounded(value, decimals):f}"
    return (text.rstrip("0").rstrip(".") if strip and "." in text else text) + "%"


def capital_amount(value: Number) -> str:
    """An amount in 元 in capitals, as on a cheque, half-up to 分: 1409.50 is 壹仟肆佰零玖元伍角整.

    整 follows 元 or 角, never 分; where 角 is missing between 元 and 分 stands 零; negative amounts begin with 负.
    The word 人民币 is left to the text around it.

    Raises:
        ValueError: beyond 16 digits before the point.
    Source: 正确填写票据和结算凭证的基本规定 (annex to 支付结算办法).
    """
    cents = int(rounded(value, 2).scaleb(2, _EXACT))
    yuan, rest = divmod(abs(cents), 100)
    if yuan > LARGEST:
        raise ValueError(f"capital_amount() writes amounts up to {LARGEST} yuan")
    jiao, fen = divmod(rest, 10)
    words = spell(yuan) + "元" if yuan or not rest else ""
    words += spell(jiao) + "角" if jiao else "零" if fen and yuan else ""
    words += spell(fen) + "分" if fen else "整"
    return ("负" if cents < 0 else "") + words.translate(_CAPITALS)
