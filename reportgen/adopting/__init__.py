"""A district's own Word file made a pack of templates."""

from reportgen.adopting.account import Account, Taken
from reportgen.adopting.adopt import Adopted, adopt

__all__ = ["Account", "Adopted", "Taken", "adopt"]
