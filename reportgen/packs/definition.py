"""What a pack.yaml may hold: the schema of packs themselves, checked by the same means as an author's data."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportgen.chinese import FAMILIES, FORMS
from reportgen.packs.layers import Layer, Nowhere, stack
from reportgen.packs.schema import Schema, build

HEADING_LEVELS = 5
_ORDINALS = "一二三四五"


def _text(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "type": "string", "minLength": 1, "maxLength": 500, **more}


def _group(title: str, properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"title": title, "type": "object", "properties": properties, **more}


def _choice(title: str, words: dict[str, str]) -> dict[str, Any]:
    """A choice whose values are English words, each with its Chinese words."""
    aliases = {alias: value for value, chinese in words.items() for alias in chinese.split()}
    return {"title": title, "enum": list(words), "x-enum-aliases": aliases}


_DEMAND = {
    "strength": _choice("强度", {"must": "规定 必须", "usual": "一般 推荐", "practice": "实务 习惯", "off": "不查"}),
    "clause": _text("依据", maxLength=60),
}
"""How binding a group is, and what says so, for the checker."""
_LETTERING = {
    "font": _text("字体"),
    "latin": _text("西文字体"),
    "size": _text("字号"),
    "bold": {"title": "加粗", "type": "boolean"},
    "spacing": _text("字距"),
}
_PARAGRAPH = {
    **_LETTERING,
    "align": _text("对齐"),
    "line": _text("行距"),
    "first_line": _text("首行缩进"),
    "left": _text("左缩进"),
    "right": _text("右缩进"),
    "before": _text("段前"),
    "after": _text("段后"),
    **_DEMAND,
}
_PROFILE = {
    "paper": _choice("纸张", {"A4": "", "A3": "", "B5": "", "16K": "16开"}),
    "orientation": _choice("方向", {"portrait": "纵向 竖向", "landscape": "横向"}),
    "margins": _group("页边距", {"top": _text("上"), "bottom": _text("下"), "left": _text("左"), "right": _text("右"), **_DEMAND}),
    "header": _text("页眉距"),
    "lines": {"title": "每面行数", "type": "integer", "minimum": 1, "maximum": 200},
    "characters": {"title": "每行字数", "type": "integer", "minimum": 1, "maximum": 200},
    "family": {**_choice("字体", dict.fromkeys(FAMILIES, "")), "x-aliases": ["字体", "字体来源"]},
    "styles": _choice("样式优先", {"profile": "版式", "word": "Word word模板 模板"}),
    "title": _group("标题", _PARAGRAPH),
    "subtitle": _group("副标题", _PARAGRAPH),
    "body": _group("正文", _PARAGRAPH),
    **{f"heading{n}": _group(f"{_ORDINALS[n - 1]}级标题", _PARAGRAPH) for n in range(1, HEADING_LEVELS + 1)},
    "table": _group("表格", _PARAGRAPH),
    "table_heading": _group("表头", _PARAGRAPH),
    "caption": _group("题注", _PARAGRAPH),
    "addressee": _group("主送", _PARAGRAPH),
    "attachment": _group("附件", _PARAGRAPH),
    "attachment_note": _group("附件说明", _PARAGRAPH),
    "signature": _group("落款", _PARAGRAPH),
    "date": _group("成文日期", _PARAGRAPH),
    "page_number": _group(
        "页码",
        {
            **_LETTERING,
            "form": _text("形式", pattern="^[^0-9]{0,8}1[^0-9]{0,8}$", examples=["— 1 —"]),
            "position": _choice("位置", {"outer": "外侧", "center": "居中", "right": "居右 右侧", "left": "居左 左侧", "none": "无"}),
            "indent": _text("缩进"),
            "distance": _text("距版心"),
            **_DEMAND,
        },
    ),
}
_BAND = _group(
    "分档", {"from": {"title": "下限", "type": "number"}, "word": _text("用语")}, required=["from", "word"], additionalProperties=False
)
_COLUMN = _group(
    "列",
    {
        "title": _text("列名", maxLength=60),
        "value": _text("值", maxLength=1000),
        "format": _text("数字格式", maxLength=60),
        "width": {"title": "列宽", "type": "number", "minimum": 1, "maximum": 200},
        "total": {"title": "合计", "type": "boolean"},
    },
    required=["title", "value"],
    additionalProperties=False,
)
_BOUNDS = {
    "full_score": "满分",
    "execution_floor": "执行率下限",
    "amount_tolerance": "金额允许差",
    "score_tolerance": "得分允许差",
    "highest_quarter": "季度执行率上限",
    "far_above": "超出倍数",
    "execution_weight": "执行率分值",
}
_POINTS = {"title": "分值", "type": "number", "minimum": 0}
_QUALITATIVE_BAND = _group(
    "定性分档",
    {"word": _text("完成程度"), "from": {"title": "下限", "type": "number"}, "to": {"title": "上限", "type": "number"}},
    required=["word", "from", "to"],
    additionalProperties=False,
)
_WORDS = {"type": "array", "maxItems": 200, "items": _text("词语")}
_FUND_ROW = _group(
    "资金行",
    {"field": _text("字段"), "label": _text("名称"), "when_given": {"title": "有数才印", "type": "boolean"}},
    required=["field", "label"],
    additionalProperties=False,
)
_REPEALED_LAW = _group(
    "法律",
    {"name": _text("名称"), "since": _text("废止日期", pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), "now": _text("现行")},
    required=["name", "since"],
    additionalProperties=False,
)
_SETTINGS = {
    **{name: {"title": title, "type": "number", "minimum": 0} for name, title in _BOUNDS.items()},
    "digit_grouping": {"title": "千分位", "type": "boolean"},
    "seal_line": {"title": "公章行", "type": "boolean"},
    "zero_amounts": {"title": "零额照印", "type": "boolean"},
    "reverse_target": {"title": "反向指标", "enum": ["linear", "ratio"]},
    "execution_scoring": {"title": "执行率计分", "enum": ["ratio", "off"]},
    "form_weights": _group("项目表分值", {}, maxProperties=20, additionalProperties=_POINTS),
    "report_weights": _group("报告分值", {}, maxProperties=20, additionalProperties=_POINTS),
    "qualitative_bands": {"title": "定性分档", "type": "array", "maxItems": 20, "items": _QUALITATIVE_BAND},
    "execution_indicators": {"title": "执行率指标", **_WORDS},
    "timeliness_indicators": {"title": "时效指标", **_WORDS},
    "delay_words": {"title": "延迟用语", **_WORDS},
    "fund_rows": {"title": "资金行", "type": "array", "maxItems": 20, "items": _FUND_ROW},
    "severities": _group("轻重", {}, maxProperties=500, additionalProperties={"enum": ["error", "warning", "notice", "off", False]}),
    "repealed_laws": {"title": "废止的法律", "type": "array", "maxItems": 200, "items": _REPEALED_LAW},
    "misused_words": _group("错字", {}, maxProperties=1000, additionalProperties=_text("正字", maxLength=60)),
}
"""Those that rules, filters and the base pack's own figures use; a district may add others for its own."""
_YEAR = {"type": "integer", "minimum": 1990, "maximum": 2100}
_PACK = {
    "extends": _text("继承", maxLength=64),
    "title": _text("名称"),
    "version": _text("版本"),
    "description": _text("说明", maxLength=5000),
    "years": {
        "title": "年度",
        "anyOf": [
            {"type": "array", "minItems": 1, "items": _YEAR},
            _group("年度", {"from": {"title": "起", **_YEAR}, "to": {"title": "止", **_YEAR}}, minProperties=1, additionalProperties=False),
        ],
    },
    "numbering": {"title": "编号", "type": "array", "minItems": 1, "maxItems": 9, "items": {"title": "编号", "enum": list(FORMS)}},
    "bands": _group("分档", {}, additionalProperties={"type": "array", "minItems": 1, "items": _BAND}),
    "settings": _group("设置", _SETTINGS, additionalProperties=True),
    "profile": _group("版式", _PROFILE),
    "summary": {"title": "汇总表", "type": "array", "maxItems": 60, "items": _COLUMN},
    "kinds": _group(
        "文种",
        {},
        additionalProperties=_group(
            "文种",
            {
                "title": _text("名称"),
                "description": _text("说明"),
                "output": _text("文件名"),
                "per": _text("逐项"),
                "item": _text("每项", maxLength=40, pattern="^[a-z_][a-z_0-9]*$"),
                "profile": _group("版式", _PROFILE),
            },
        ),
    ),
}


@cache
def pack_schema() -> Schema:
    """The schema of a pack.yaml."""
    return build(stack([Layer({"type": "object", "properties": _PACK}, Nowhere())]))
