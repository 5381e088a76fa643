"""Values that are not there: falsy and empty, but neither printed nor reckoned with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2.runtime import Undefined

from reportgen.expressions import faults
from reportgen.expressions.errors import AbsentError
from reportgen.expressions.near import near_words
from reportgen.expressions.records import Record, path_of


class Absent(Undefined):
    """A name without a value. `default()` and `is defined` see through it; looking further into it gives another."""

    __slots__ = ()

    def unusable(self) -> Any:
        """What comes of using it.

        Raises:
            AbsentError: always.
        """
        raise AbsentError(faults.ABSENT, self._wording)

    def _wording(self) -> dict[str, str]:
        if self._undefined_hint:
            return {"name": self._undefined_hint, "name_zh": f"“{self._undefined_hint}”", "near_zh": "", "near_en": ""}
        path, title, key = absent_path(self), absent_title(self), _key_of(self)
        # A Chinese name is no part of an English path: the author wrote it below a Chinese one.
        known = f"“{title}”（{path}）" if title != key else f"“{path if key.isascii() else key}”"
        return {"name": path, "name_zh": known, **near_words(key, self._candidates())}

    def _candidates(self) -> Iterable[str]:
        holder = self._undefined_obj
        if not isinstance(holder, dict) or not isinstance(self._undefined_name, str) or self._undefined_name in holder:
            return ()
        if not isinstance(holder, Record):
            return [str(key) for key in holder]
        known = [*holder.names.titles, *holder.names.aliases]
        return () if self._undefined_name in known else [*holder, *known]

    def _refuse(self, *_args: Any, **_kwargs: Any) -> Any:
        raise AbsentError(faults.ABSENT, self._wording)

    __str__ = __call__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __complex__ = _refuse
    __hash__ = Undefined.__hash__

    def _deeper(self, key: Any) -> Any:
        return type(self)(obj=self, name=key)

    __getitem__ = _deeper


class Pending(Absent):
    """A value still to be filled in, in a draft: prints as 【待填：title】 and swallows whatever is done with it."""

    __slots__ = ()

    def unusable(self) -> Any:
        """Itself: a draft is finished in spite of it."""
        return self

    def _text(self, *_args: Any, **_kwargs: Any) -> str:
        return f"【待填：{absent_title(self)}】"

    def _false(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def _itself(self, *_args: Any, **_kwargs: Any) -> Pending:
        return self

    __str__ = _text
    __call__ = _itself
    __lt__ = __le__ = __gt__ = __ge__ = _false
    __hash__ = Undefined.__hash__


def absent_path(value: Absent) -> str:
    """The dotted path of an absent value, as far as it is known: `finance.adjustment`."""
    holder, name = value._undefined_obj, value._undefined_name
    key = name if isinstance(name, int) else _key_of(value)
    if isinstance(holder, Absent):
        return path_of(absent_path(holder), key)
    return path_of(holder.path if isinstance(holder, Record) else "", key)


def absent_title(value: Absent) -> str:
    """What a person calls the absent value: its title where the schema has one, else its name."""
    holder, name = value._undefined_obj, _key_of(value)
    title = holder.names.titles.get(name) if isinstance(holder, Record) else None
    return title or value._undefined_hint or name


def _key_of(value: Absent) -> str:
    """The name by which a value was looked for in vain; that may be an absent value itself."""
    name = value._undefined_name
    return absent_path(name) if isinstance(name, Absent) else str(name)
