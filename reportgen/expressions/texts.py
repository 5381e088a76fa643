"""Filters over text and lists whose results grow with their arguments: paid for before they are made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jinja2 import pass_environment
from jinja2.environment import Environment
from jinja2.filters import do_indent, do_wordwrap, make_attrgetter

from reportgen.expressions.absent import Absent
from reportgen.expressions.arithmetic import integer, nearest, number_of
from reportgen.expressions.budget import current_budget
from reportgen.expressions.printing import text_of
from reportgen.regexes import regex

_TICKED, _UNTICKED = "☑", "□"
_DIRECTIVE = regex(r"%(?:\((?P<name>\w{1,80})\))?(?P<flags>[-+ 0]{0,4})(?P<width>\d{0,3})(?:\.(?P<decimals>\d{1,2}))?(?P<kind>[sdif%])")


def replace_text(value: Any, old: str, new: str, count: int = -1) -> str:
    """`value` with every `old` (or the first `count`) changed into `new`."""
    text, old, new = text_of(value), text_of(old), text_of(new)
    times = text.count(old) if count is None or count < 0 else min(text.count(old), count)
    return text.replace(old, new, times)


def ticked(value: Any, *words: Any) -> str:
    """☑ where `value` is (or a list holds) one of `words`, or is true where there are none; else □."""
    if isinstance(value, Absent) or value is None:
        return _UNTICKED
    given = value if isinstance(value, list) else [value]
    chosen = any(one in words for one in given) if words else value is True
    return _TICKED if chosen else _UNTICKED


@pass_environment
def join_text(environment: Environment, values: Iterable[Any], separator: str = "", attribute: str | int | None = None) -> str:
    """The texts of `values` (or of their `attribute`) with `separator` between them."""
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    parts = [text_of(value) for value in values]
    current_budget().write(sum(map(len, parts)) + len(separator) * len(parts))
    return separator.join(parts)


def indent_text(value: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    """`value` with its lines but the first moved in by `width` blanks, or by a text."""
    return do_indent(value, width, first, blank)


@pass_environment
def wrap_words(environment: Environment, value: str, width: int = 79, break_long_words: bool = True, wrapstring: str | None = None) -> str:
    """`value` in lines of at most `width` characters."""
    return do_wordwrap(environment, value, width, break_long_words, wrapstring)


def truncate_text(value: str, length: int = 255, killwords: bool = False, end: str = "...", leeway: int = 5) -> str:
    """The beginning of a long `value`, at a blank unless `killwords`, and `end`."""
    if len(value) <= length + leeway:
        return value
    kept = value[: max(length - len(end), 0)]
    return (kept if killwords else kept.rsplit(" ", 1)[0]) + end


def format_text(pattern: str, *values: Any, **named: Any) -> str:
    """`pattern` with its %s, %d, %.2f and %(name)s filled in, numbers half-up; widths have at most three digits.

    Raises:
        ValueError: another directive, or values left over or missing.
    """
    left = iter(values)

    def filled(match: re.Match[str]) -> str:
        if match["kind"] == "%":
            return "%"
        value = named[match["name"]] if match["name"] else next(left)
        return _placed(_formatted(value, match["kind"], match["decimals"], match["flags"]), match["flags"], int(match["width"] or 0))

    if "%" in _DIRECTIVE.sub("", pattern):
        raise ValueError("%s %d %.2f %(name)s %%")
    try:
        text = _DIRECTIVE.sub(filled, pattern)
    except StopIteration:
        raise ValueError("values too few") from None
    if over := sum(1 for _ in left):
        raise ValueError(f"{over} values too many")
    current_budget().write(len(text))
    return text


def _formatted(value: Any, kind: str, decimals: str | None, flags: str) -> str:
    if kind == "s":
        text = text_of(value)
        return text if decimals is None else text[: int(decimals)]
    number = number_of(value)
    if isinstance(number, Absent):
        return text_of(number.unusable())
    if not isinstance(number, int | Decimal):
        raise TypeError(f"%{kind}")
    exact = nearest(number, int(decimals or 6)) if kind == "f" else Decimal(integer(number))
    return ("+" if "+" in flags and exact >= 0 else " " if " " in flags and exact >= 0 else "") + f"{exact:f}"


def _placed(text: str, flags: str, width: int) -> str:
    if "-" in flags:
        return text.ljust(width)
    return text.zfill(width) if "0" in flags else text.rjust(width)
