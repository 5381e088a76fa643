"""What a part of a file that only asks is given: the parent's own part, a field of the schema, or a field made for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.adopting import faults
from reportgen.adopting.account import Account
from reportgen.adopting.extras import Extras
from reportgen.adopting.lines import Line, block, guarded, printed
from reportgen.adopting.matching import Standing
from reportgen.adopting.outline import Section
from reportgen.adopting.places import Scope
from reportgen.findings import Place
from reportgen.formatting import Part
from reportgen.packs.walking import chinese_name

SURE = 0.75
"""How like a prompt's words must be to a field's name to go before its heading's."""
_CERTAIN = 0.95
"""How like a heading's words must be to go before its prompt's."""
_NOTHING = "无。"


@dataclass
class Answers:
    """Gives answers, and notes them; `headings` are those of the parent's blocks, in the file's own words."""

    extras: Extras
    account: Account
    schema_file: str
    """The child's, in which fields of its own stand."""
    headings: list[Line] = field(default_factory=list)

    def to_part(self, section: Section, scope: Scope, heading: Line | None, *, empty: bool = False, asked: str = "") -> Iterator[Line]:
        """A heading with the text that belongs below it.

        `asked` is what the file asks for there; with `empty` it says 无 where nothing is given.
        """
        find = scope.matcher.find
        target = find(section.words, at_least=_CERTAIN) or (find(asked, at_least=SURE) if asked else None) or find(section.words)
        if isinstance(target, Standing):
            yield from self._standing(section, target, heading, empty=empty)
            return
        first = [heading] if heading else []
        if target is None:
            path = self.new_field(section.part, section.words, scope, needed=not empty)
            text = [Line(f"{{{{p {path} }}}}")]
        else:
            path = target.path
            self.account.note(section.part, (f"字段“{target.entry.title}”", f"field {target.entry.name}"), path)
            text = printed(target.entry.field, path, section.level)
        if empty:
            yield from [*first, *guarded(path, text, _NOTHING)]
        elif target is None and not scope.item:
            yield from [*first, *text]
        else:
            yield from guarded(path, [*first, *text])

    def to_run_in(self, section: Section, scope: Scope) -> tuple[str, str]:
        """The field of a text that follows its heading in the same line, and the filter that puts it there."""
        target = scope.matcher.find(section.words)
        item = None if target is None or isinstance(target, Standing) else target.entry.field.items
        if target is None or isinstance(target, Standing) or (item is not None and item.fields):
            return self.new_field(section.part, section.words, scope, needed=True), ""
        self.account.note(section.part, (f"字段“{target.entry.title}”", f"field {target.entry.name}"), target.path)
        return target.path, "" if item is None else "|列举('一是', '连写')"

    def new_field(self, part: Part | None, words: str, scope: Scope, *, needed: bool) -> str:
        """How tags call a field made for a part that nothing else fills. Findings: K313."""
        if scope.item:
            taken = [chinese_name(entry.field) for entry in scope.vocabulary.entries if entry.depth == 0]
            title, path = self.extras.of_item(scope.place, scope.item, words, taken)
        else:
            title, path = self.extras.section(words, needed=needed)
        place = part.block.place if part else Place()
        self.account.find(faults.NEW_FIELD, place, part.block.text if part else title, title=title, path=path, file=self.schema_file)
        self.account.note(part, (f"另设字段“{title}”", f"a field of its own, {title}"), path)
        return path

    def _standing(self, section: Section, target: Standing, heading: Line | None, *, empty: bool) -> Iterator[Line]:
        """A part that the parent writes."""
        self.account.note(section.part, (f"上级的“{target.title}”", f"the parent's part {target.key}"), f"block {target.key}")
        if heading is not None and not empty and target.level == section.level:
            if heading.text != target.title:
                self.headings.append(Line(f"{{% block {target.key}_title %}}{heading.text}{{% endblock {target.key}_title %}}"))
            yield from block(target.key)
            return
        first = [heading] if heading else []
        inside = block(f"{target.key}_text")
        if not target.condition:
            yield from [*first, *inside]
        elif empty:
            yield from [*first, *guarded(target.condition, inside, _NOTHING)]
        else:
            yield from guarded(target.condition, [*first, *inside])
