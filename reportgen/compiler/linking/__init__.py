"""The Word files of a template put together as one, before any data is read."""

from reportgen.compiler.linking.linker import Linked, Load, link

__all__ = ["Linked", "Load", "link"]
