"""A hand-made Word file set in a page format: its words, tables and pictures stay, its look becomes that of the profile."""

from reportgen.typesetting.reformatting import Reformatted, reformat
from reportgen.typesetting.setting import Set, typeset

__all__ = ["Reformatted", "Set", "reformat", "typeset"]
