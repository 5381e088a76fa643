"""Typefaces by kind: which names mean 仿宋, whichever computer they come from, and which every office computer has."""

from __future__ import annotations

from functools import cache

from reportgen.chinese.fonts import FAMILIES, ROLES

_ALSO: dict[str, tuple[str, ...]] = {
    "小标宋": (
        "方正小标宋简体",
        "方正小标宋_GBK",
        "方正小标宋",
        "小标宋体",
        "小标宋",
        "FZXiaoBiaoSong-B05",
        "FZXiaoBiaoSong-B05S",
        "文星简小标宋",
    ),
    "仿宋": (
        "仿宋",
        "FangSong",
        "SimFang",
        "仿宋_GB2312",
        "FangSong_GB2312",
        "华文仿宋",
        "STFangsong",
        "方正仿宋简体",
        "方正仿宋_GB2312",
        "FandolFang",
    ),
    "楷体": ("楷体", "KaiTi", "SimKai", "楷体_GB2312", "KaiTi_GB2312", "华文楷体", "STKaiti", "方正楷体简体", "方正楷体_GB2312"),
    "黑体": ("黑体", "SimHei", "华文黑体", "STHeiti", "方正黑体简体", "思源黑体", "Source Han Sans SC"),
    "宋体": ("宋体", "SimSun", "NSimSun", "新宋体", "华文宋体", "STSong", "方正书宋简体", "思源宋体", "Source Han Serif SC"),
}
_EVERYWHERE = frozenset(
    name.casefold()
    for name in (
        *("宋体", "黑体", "仿宋", "楷体", "新宋体", "微软雅黑", "等线", "等线 Light"),
        *("SimSun", "NSimSun", "SimHei", "FangSong", "KaiTi", "Microsoft YaHei", "DengXian", "DengXian Light"),
        *("Times New Roman", "Arial", "Calibri", "Cambria", "Calibri Light", "Symbol", "Wingdings", "Courier New"),
        *(name for family in ("GB2312", "Windows", "WPS") for name in FAMILIES[family].values()),
    )
)
LATIN_USUAL = frozenset({"times new roman"})
"""What offices set digits in where nobody says otherwise."""


@cache
def kind_of(face: str) -> str:
    """The kind of face that a name means: 仿宋 for FangSong, 仿宋_GB2312 and 方正仿宋_GBK; the name itself, in lower case, for others."""
    return _kinds().get(face.strip().casefold(), face.strip().casefold())


def everywhere(face: str) -> bool:
    """Whether office computers have a face: with Windows, Office or WPS, or because offices prescribe it."""
    return face.strip().casefold() in _EVERYWHERE


@cache
def _kinds() -> dict[str, str]:
    named = {name.casefold(): kind for family in FAMILIES.values() for kind, name in family.items()}
    return named | {name.casefold(): kind for kind in ROLES for name in _ALSO.get(kind, ())}
