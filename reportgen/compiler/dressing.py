"""A linked Word package in the page format of its pack: styles, pages, page numbers and settings."""

from __future__ import annotations

from reportgen.compiler.paging import dress_pages
from reportgen.compiler.styling import dress_styles
from reportgen.ooxml import Draft, Package
from reportgen.packs import Profile


def dress(package: Package, profile: Profile) -> Package:
    """The package with `profile` written into its styles and page set-up; dressing it again changes nothing.

    Formatting set by hand in the document stays, and so does a footer that holds anything.

    Raises:
        NotADocx: a part is no XML.
    Source: GB/T 9704—2012, 5 and 7; ECMA-376 Part 1, 17.6, 17.7, 17.10, 17.15.
    """
    draft = Draft(package)
    footer_style = dress_styles(package, draft, profile)
    dress_pages(package, draft, profile, footer_style)
    return draft.package()
