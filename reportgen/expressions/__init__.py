"""The sandboxed Jinja environment of templates, figures, rules and narrative, and single expressions over it."""

from reportgen.expressions.absent import Absent, Pending, absent_path, absent_title
from reportgen.expressions.arithmetic import UNDEFINED_RATE, UndefinedRate, calculate, number_of, shown
from reportgen.expressions.budget import CHARACTERS, DEPTH, STEPS, Budget, current_budget, spending
from reportgen.expressions.environment import METHODS, Environment
from reportgen.expressions.errors import (
    PYTHON_ERRORS,
    AbsentError,
    BudgetExceeded,
    Explained,
    ExpressionError,
    ExpressionSyntaxError,
    FilterError,
    Forbidden,
    explained,
)
from reportgen.expressions.expression import Expression, compile_expression
from reportgen.expressions.near import near, near_words
from reportgen.expressions.printing import Paragraphs, printed, text_of
from reportgen.expressions.records import NO_NAMES, Names, Record, chinese_path, path_of, variables
from reportgen.expressions.rewriting import rewrite

__all__ = [
    "CHARACTERS",
    "DEPTH",
    "METHODS",
    "NO_NAMES",
    "PYTHON_ERRORS",
    "STEPS",
    "UNDEFINED_RATE",
    "Absent",
    "AbsentError",
    "Budget",
    "BudgetExceeded",
    "Environment",
    "Explained",
    "Expression",
    "ExpressionError",
    "ExpressionSyntaxError",
    "FilterError",
    "Forbidden",
    "Names",
    "Paragraphs",
    "Pending",
    "Record",
    "UndefinedRate",
    "absent_path",
    "absent_title",
    "calculate",
    "chinese_path",
    "compile_expression",
    "current_budget",
    "explained",
    "near",
    "near_words",
    "number_of",
    "path_of",
    "printed",
    "rewrite",
    "shown",
    "spending",
    "text_of",
    "variables",
]
