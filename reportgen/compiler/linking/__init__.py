"""The Word files of a template put together as one, before any data is read."""

from reportgen.compiler.linking.linker import Alone, Linked, Load, link
from reportgen.compiler.linking.sources import Dress

__all__ = ["Alone", "Dress", "Linked", "Load", "link"]
