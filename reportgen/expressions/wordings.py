"""Jinja's messages about what it cannot read, as a clerk would put them, in Chinese and in plain English."""

from __future__ import annotations

from reportgen.regexes import regex

TOO_EARLY = "没有写完"
_WORDINGS = [
    (regex(r"unexpected char ('.*') at \d+"), r"不认识的字符 \1", r"unexpected character \1"),
    (regex(r"expected token 'end of .*', got '(.*)'"), r"多余的“\1”", r"'\1' is too much"),
    (regex(r"(?s).*\bend of .*"), TOO_EARLY, "it ends too early"),
    (regex(r"expected token 'name', got '(.*)'"), r"“\1”处应为名称", r"a name should stand at '\1'"),
    (regex(r"expected token '(.*)', got '(.*)'"), r"“\2”处应为“\1”", r"'\1' should stand at '\2'"),
    (regex(r"unexpected '(.*)', expected '(.*)'"), r"“\1”处应为“\2”", r"'\2' should stand at '\1'"),
    (regex(r"(?i)expected an expression, got '(.*)'"), r"“\1”处应为名称、数字或文字", r"a name, number or text should stand at '\1'"),
    (regex(r"expected name or number"), "点号后面应为名称", "a name should stand behind the point"),
    (regex(r"unexpected '(.*)'"), r"多余的“\1”", r"'\1' is too much"),
    (regex(r"can't assign to .*"), "等号左边应为名称", "a name should stand left of the equals sign"),
    (regex(r"expected call"), "call 后面应为带括号的宏名", "a macro with its brackets should stand behind call"),
    (regex(r"invalid syntax for function call expression"), "括号里的参数写法有误", "the arguments in the brackets are out of order"),
    (
        regex(r"Can't assign to special loop variable.*"),
        "loop 是循环自带的名称，请换一个",
        "loop is the loop's own name",
    ),
    (
        regex(r"names starting with an underline.*"),
        "下划线开头的名称不能引入",
        "a name with an underscore first stays private",
    ),
    (regex(r"number too long"), "数字太长", "the number is too long"),
    (regex(r"nested too deeply"), "层层套得太深", "nested too deeply"),
]


def worded(message: str) -> tuple[str, str]:
    """The message in Chinese and in English; one that is not known stays as it is."""
    for pattern, zh, en in _WORDINGS:
        if match := pattern.fullmatch(message):
            return match.expand(zh), match.expand(en)
    return message, message
