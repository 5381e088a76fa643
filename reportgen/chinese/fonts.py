"""Typefaces by the role they play in official documents, and font sizes by their Chinese names."""

from __future__ import annotations

from decimal import Decimal

ROLES = ("小标宋", "仿宋", "楷体", "黑体", "宋体")
"""The kinds of face that GB/T 9704—2012 and office practice name; which face of a computer plays them is practice."""

FAMILIES: dict[str, dict[str, str]] = {
    "GB2312": dict(zip(ROLES, ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"), strict=True)),
    "Windows": dict(zip(ROLES, ("华文中宋", "仿宋", "楷体", "黑体", "宋体"), strict=True)),
    "WPS": dict(zip(ROLES, ("方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正黑体_GBK", "方正书宋_GBK"), strict=True)),
    "open": dict(
        zip(ROLES, ("Noto Serif CJK SC Black", "FandolFang R", "LXGW WenKai", "Noto Sans CJK SC", "Noto Serif CJK SC"), strict=True)
    ),
}
"""The face that plays each role, by family: faces that offices prescribe, that come with Windows and Office, with WPS, or that are free."""

SIZES: dict[str, Decimal] = {
    name: Decimal(points)
    for name, points in (
        ("初号", "42"),
        ("小初", "36"),
        ("一号", "26"),
        ("小一", "24"),
        ("二号", "22"),
        ("小二", "18"),
        ("三号", "16"),
        ("小三", "15"),
        ("四号", "14"),
        ("小四", "12"),
        ("五号", "10.5"),
        ("小五", "9"),
        ("六号", "7.5"),
        ("小六", "6.5"),
        ("七号", "5.5"),
        ("八号", "5"),
    )
}
"""Font sizes in points by their Chinese names, largest first."""

_ARABIC = str.maketrans("12345678", "一二三四五六七八")


def face(role: str, family: str = "GB2312") -> str:
    """The name of the face that plays `role` in `family`.

    Raises:
        ValueError: no such role or family.
    """
    if family not in FAMILIES:
        raise ValueError(f"no family of faces is called {family!r}; there are {' '.join(FAMILIES)}")
    if role not in FAMILIES[family]:
        raise ValueError(f"no role of a face is called {role!r}; there are {' '.join(ROLES)}")
    return FAMILIES[family][role]


def size_pt(name: str) -> Decimal:
    """Points of a font size named 三号, 小三 or, with an Arabic digit, 3号 and 小3 (小三号 likewise).

    Raises:
        ValueError: no such size.
    """
    wanted = name.strip().translate(_ARABIC)
    wanted = wanted.removesuffix("号") if wanted.startswith("小") else wanted
    if wanted not in SIZES:
        raise ValueError(f"no font size is called {name!r}; there are {' '.join(SIZES)}")
    return SIZES[wanted]
