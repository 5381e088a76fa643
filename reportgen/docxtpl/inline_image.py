"""A picture in running text."""

from __future__ import annotations

from typing import Any


class InlineImage:
    """A picture."""

    def __init__(self, tpl: Any, image_descriptor: Any, width: Any = None, height: Any = None, anchor: str | None = None) -> None:
        self.tpl, self.image_descriptor, self.width, self.height, self.anchor = tpl, image_descriptor, width, height, anchor
