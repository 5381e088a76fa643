"""Chinese numerals, amounts, dates, marks of points, fonts and full-width marks: pure functions over plain values."""

from reportgen.chinese.amounts import UNITS, Number, amount, capital_amount, convert, number, percent, plain, rounded
from reportgen.chinese.dates import chinese_date, long_date, month_day, read_date
from reportgen.chinese.fonts import FAMILIES, ROLES, SIZES, face, size_pt
from reportgen.chinese.numerals import circled, digits, numeral, read_numeral
from reportgen.chinese.ordinals import FORMS, MARK_STARTS, ended, enumerate_items, leading_ordinal, ordinal
from reportgen.chinese.rare import RARE, RARE_FACES
from reportgen.chinese.width import BARS, BRACES_CLOSE, BRACES_OPEN, PERCENTS, halfwidth_marks

__all__ = [
    "BARS",
    "BRACES_CLOSE",
    "BRACES_OPEN",
    "FAMILIES",
    "FORMS",
    "MARK_STARTS",
    "PERCENTS",
    "RARE",
    "RARE_FACES",
    "ROLES",
    "SIZES",
    "UNITS",
    "Number",
    "amount",
    "capital_amount",
    "chinese_date",
    "circled",
    "convert",
    "digits",
    "ended",
    "enumerate_items",
    "face",
    "halfwidth_marks",
    "leading_ordinal",
    "long_date",
    "month_day",
    "number",
    "numeral",
    "ordinal",
    "percent",
    "plain",
    "read_date",
    "read_numeral",
    "rounded",
    "size_pt",
]
