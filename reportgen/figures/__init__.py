"""Figures derived from data, and rules over data, both as expressions of a pack."""

from reportgen.figures.checking import run_rules
from reportgen.figures.columns import Column, columns_of
from reportgen.figures.definitions import Definition, Definitions, Rule, compile_definitions
from reportgen.figures.deriving import derive
from reportgen.figures.figure import Figure, Figures
from reportgen.figures.origins import origins
from reportgen.figures.rule_environment import RULES

__all__ = [
    "RULES",
    "Column",
    "Definition",
    "Definitions",
    "Figure",
    "Figures",
    "Rule",
    "columns_of",
    "compile_definitions",
    "derive",
    "origins",
    "run_rules",
]
