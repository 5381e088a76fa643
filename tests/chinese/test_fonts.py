"""Faces by role and sizes by name."""

from decimal import Decimal

import pytest

from reportgen.chinese.fonts import FAMILIES, ROLES, SIZES, face, size_pt


def test_every_family_plays_every_role() -> None:
    assert all(set(faces) == set(ROLES) for faces in FAMILIES.values())


def test_faces_are_named_by_role_and_family() -> None:
    assert (face("仿宋"), face("仿宋", "Windows"), face("小标宋")) == ("仿宋_GB2312", "仿宋", "方正小标宋简体")


def test_unknown_roles_and_families_are_refused() -> None:
    with pytest.raises(ValueError, match="'隶书'; there are 小标宋"):
        face("隶书")
    with pytest.raises(ValueError, match="'Mac'; there are GB2312 Windows WPS open"):
        face("仿宋", "Mac")


@pytest.mark.parametrize(
    ("name", "points"), [("三号", "16"), ("3号", "16"), ("小三", "15"), ("小3号", "15"), ("小四号", "12"), ("五号", "10.5"), ("初号", "42")]
)
def test_sizes_are_named_as_clerks_name_them(name: str, points: str) -> None:
    assert size_pt(name) == Decimal(points)


@pytest.mark.parametrize("name", ["九号", "三", "16", "", "号"])
def test_unknown_sizes_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no font size"):
        size_pt(name)


def test_sizes_fall_from_the_largest() -> None:
    assert list(SIZES.values()) == sorted(SIZES.values(), reverse=True)
