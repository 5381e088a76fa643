"""A docxtpl user's own program for the flat template of flattening.py: filters and numbers in a few lines, nothing of reportgen.

python bare.py TEMPLATE DATA OUT        DATA: a pickled mapping
"""

import pickle
import sys

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment


class Keys(Environment):
    """Looks for keys before attributes."""

    def getattr(self, obj, attribute):  # type: ignore[no-untyped-def]
        try:
            return obj[attribute]
        except (KeyError, TypeError, IndexError):
            return super().getattr(obj, attribute)


class Numbers:
    """Numbers headings: 一、 （一） 一、."""

    def __init__(self) -> None:
        self.counts = [0] * 5

    def __call__(self, level: int) -> str:
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (5 - level)
        return ("{}、", "（{}）", "{}、")[level - 1].format("一二三四五六七八九十"[self.counts[level - 1] - 1])


environment = Keys(autoescape=True, undefined=ChainableUndefined)
environment.filters.update(
    {
        "万元": lambda value: f"{value}万元",
        "百分比": lambda value: f"{value:.2f}".rstrip("0").rstrip(".") + "%",
        "成句": lambda text: text if str(text)[-1] in "。！？；" else f"{text}。",
        "序号": lambda n, form, text="": "" if str(text)[:2] == form else "一二三四五六七八九十"[n - 1] + form[1:],
        "列举": lambda items, *_: "".join(map(str, items)),
        "日期": str,
        "引用": str,
        "默认": environment.filters["default"],
        "小计": list,
    }
)
environment.globals["heading_numbers"] = Numbers
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], "rb") as data:
    template.render(pickle.load(data), environment, autoescape=True)
template.save(sys.argv[3])
