r"""A pack's template as one flat file in docxtpl's own dialect: all that both can do stays, tag by tag; what docxtpl lacks goes.

    python benchmarks/flattening.py        writes benchmarks/panyu-flat.docx anew

Inherited blocks stand where they were inherited to; a value of prose is a text whose paragraphs `\a` parts; a heading's number is a
call at its beginning, by the same forms. Conditions, loops, sentences, filters and look-ups are the pack's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.runtime import ChainableUndefined

from reportgen.assembly import assemble
from reportgen.chinese import ordinal
from reportgen.compiler.names import TAG
from reportgen.expressions import Environment
from reportgen.ooxml import serialize, write_archive
from reportgen.ooxml.namespaces import qn
from reportgen.ooxml.styles import read_styles
from reportgen.packs import Pack
from reportgen.workshop import Workshop

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.compiler.tags import Marked, Tag
    from reportgen.packs.fields import Field

_ROOT = Path(__file__).parents[1]
FLAT = _ROOT / "benchmarks" / "panyu-flat.docx"
_P, _R, _T, _PPR = (qn(f"w:{name}") for name in ("p", "r", "t", "pPr"))
_SCOPES = ("with", "endwith")
_DICTIONARY = re.compile(r"\{([^{}]*)\}")
_CHAIN = re.compile(r"(?<![\w'.|])[^\W\d]\w*(?:\.\w+)*")
_KEY = re.compile(r"'([^']*)':\s*")
_HEADING = re.compile(r"heading ([1-5])(?: char)?")


def flattened(pack: Pack, kind: str, environment: Environment) -> bytes:
    """The template of a kind of a pack, flat, its fields by their keys alone."""
    linked = assemble(pack, pack.template(kind), environment, kind).linked
    assert linked is not None
    styles = read_styles(linked.package.root(linked.package.part("styles")))
    levels = {style.id: int(match[1]) for style in styles.all if (match := _HEADING.fullmatch(style.name.casefold()))}
    return write_archive(
        linked.package.with_parts({part: serialize(_flat(marked, levels, pack.schema(kind).root)) for part, marked in linked.parts.items()})
    )


def _flat(marked: Marked, levels: Mapping[str, int], fields: Field) -> _Element:
    root = deepcopy(marked.root)
    _number(root, levels)
    body = root.find(qn("w:body"))
    if body is not None:
        body.insert(0, _paragraph(body, "{%p set heading_number = heading_numbers() %}"))
    for element in list(root.iter(TAG)):
        tag = marked.tags[int(element.get("n", ""))]
        source = _source(tag, fields)
        home = element.getparent()
        assert home is not None
        if home.tag == _T:
            _into_text(element, f"{{{{ {source} }}}}" if tag.kind == "variable" else f"{{% {source} %}}")
        else:
            home.replace(element, _apart(home, element, tag, source)) if tag.source not in _SCOPES else home.remove(element)
    return root


def _source(tag: Tag, fields: Field) -> str:
    """A tag's expression with fields by their keys, and without braces, which docxtpl takes for the end of a tag."""
    source = _CHAIN.sub(lambda match: _by_keys(match[0], fields), tag.source)
    return _DICTIONARY.sub(lambda match: f"dict({_KEY.sub(lambda key: f'{key[1]}=', match[1])})", source)


def _by_keys(chain: str, fields: Field) -> str:
    """`收支.预算数` as `finance.budget`; as it is where it begins with no field."""
    keys, found = [], True
    for step in chain.split("."):
        form = next((form for form in fields.forms() if found and step in form.names), None)
        found = form is not None
        keys.append(form.names[step] if form else step)
        fields = form.fields[keys[-1]] if form else fields
    return ".".join(keys)


def _into_text(element: _Element, text: str) -> None:
    home, before = element.getparent(), element.getprevious()
    assert home is not None
    text += element.tail or ""
    if before is None:
        home.text = (home.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    element.tail = None
    home.remove(element)


def _apart(home: _Element, element: _Element, tag: Tag, source: str) -> _Element:
    """A paragraph of its own between paragraphs, a run of its own between runs; prose keeps the look of its paragraph."""
    if home.tag == _P:
        return _run(element, f"{{{{ {source} }}}}" if tag.kind == "variable" else f"{{% {source} %}}")
    paragraph = _paragraph(element, f"{{{{ {source} }}}}" if tag.kind == "variable" else f"{{%p {source} %}}")
    for look in [look for look in element if look.tag == _PPR]:
        paragraph.insert(0, deepcopy(look))
    return paragraph


def _paragraph(beside: _Element, text: str) -> _Element:
    paragraph = beside.makeelement(_P)
    paragraph.append(_run(beside, text))
    return paragraph


def _run(beside: _Element, text: str) -> _Element:
    run = beside.makeelement(_R)
    words = run.makeelement(_T, {qn("xml:space"): "preserve"})
    words.text = text
    run.append(words)
    return run


def _number(root: _Element, levels: Mapping[str, int]) -> None:
    """Put a call for the number at the beginning of every heading, run-in ones included."""
    for holder, name in ((_P, f"{_PPR}/{qn('w:pStyle')}"), (_R, f"{qn('w:rPr')}/{qn('w:rStyle')}")):
        for element in root.iter(holder):
            style = element.find(name)
            level = levels.get(style.get(qn("w:val"), "") if style is not None else "")
            text = next(element.iter(_T), None)
            if level and text is not None:
                text.text = f"{{{{ heading_number({level}) }}}}" + (text.text or "")


class Numbers:
    """Counts headings as a program around docxtpl would, for one document."""

    def __init__(self, forms: tuple[str, ...]) -> None:
        self._forms, self._counts = forms, [0] * len(forms)

    def __call__(self, level: int) -> str:
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        return ordinal(self._counts[level - 1], self._forms[level - 1])


def plain_environment(environment: Environment, forms: tuple[str, ...]) -> jinja2.Environment:
    """Jinja's own environment, with the filters, tests and functions of ours, and what numbers headings."""
    plain = _KeysFirst(autoescape=True, undefined=ChainableUndefined)
    for name in ("filters", "tests", "globals"):
        getattr(plain, name).update(getattr(environment, name))
    plain.globals["heading_numbers"] = partial(Numbers, forms)
    return plain


class _KeysFirst(jinja2.Environment):
    """Jinja's environment, for data whose keys may be called `items` or `values`."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        try:
            return obj[attribute]
        except (KeyError, TypeError, IndexError):
            return super().getattr(obj, attribute)


def plain_values(values: Any, between: str = "\a") -> Any:
    r"""The values of a report for docxtpl, of Python's own types: prose as text, `between` its paragraphs what docxtpl takes for an end."""
    if isinstance(values, str):
        return str(values).strip().replace("\n", between)
    if isinstance(values, Mapping):
        return {key: plain_values(item, between) for key, item in values.items()}
    if isinstance(values, list):
        return [plain_values(item, between) for item in values]
    return values


def main() -> None:
    """Write the flat template of Panyu's report."""
    workshop = Workshop([_ROOT / "templates"])
    FLAT.write_bytes(flattened(workshop.pack("panyu"), "department-report", workshop.environment()))


if __name__ == "__main__":
    main()
