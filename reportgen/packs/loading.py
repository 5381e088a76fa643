"""A pack by its name, with the packs that it extends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reportgen import inputs
from reportgen.errors import PackNotFound
from reportgen.expressions import near
from reportgen.findings import Finding, Span
from reportgen.packs import faults
from reportgen.packs.data import Data
from reportgen.packs.definition import pack_schema
from reportgen.packs.folders import Folder, at, available, find
from reportgen.packs.layers import Layer, stack
from reportgen.packs.pack import Pack
from reportgen.packs.validation import validate
from reportgen.packs.wording import brief, listed
from reportgen.packs.zipped import PACK_FILE


def load(name: str, folders: Sequence[Path]) -> Pack:
    """The pack `name` from the first of `folders` that has it.

    Raises:
        PackNotFound: there is no such pack, or none that a pack on the way extends (K101).
    Findings: by way of `Pack.findings`.
    """
    folder = find(name, folders)
    if folder is None:
        raise PackNotFound(_unknown(name, Span(), folders))
    return _loaded(folder)


def load_at(path: Path, folders: Sequence[Path]) -> Pack | None:
    """The pack in a folder or .zip file, whatever that is called; None where there is none. What it extends is looked for beside it first.

    Raises: PackNotFound: there is no such pack as it extends (K101).
    """
    folder = at(path, folders)
    return None if folder is None else _loaded(folder)


def _loaded(folder: Folder) -> Pack:
    """A pack with those that it extends."""
    chain: list[tuple[Folder, Data]] = []
    findings: list[Finding] = []
    above: Folder | None = folder
    while above is not None:
        data, faulty = _pack_file(above)
        findings += faulty
        chain.append((above, data))
        parent = data.record.get("extends")
        above = None if parent is None else _parent(str(parent), data.span(("extends",)), [one for one, _ in chain], findings)
    chain.reverse()
    layers = stack([Layer(_sound(data.record), data, data.blanks) for _, data in chain])
    return Pack(folder.name, tuple(one for one, _ in chain), layers, tuple(findings))


def _parent(name: str, span: Span, below: Sequence[Folder], findings: list[Finding]) -> Folder | None:
    """The pack that the last of `below` extends. Raises: PackNotFound. Findings: K102."""
    names = [folder.name for folder in below]
    if name in names:
        findings.append(faults.EXTENDS_CYCLE.at(span, cycle=" → ".join([*names[names.index(name) :], name])))
        return None
    folders = below[0].beside
    folder = find(name, folders)
    if folder is None:
        raise PackNotFound(_unknown(name, span, folders))
    return folder


def _sound(record: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that may be used though others have faults; profiles find their own and stand in for them."""
    fits = pack_schema().validator.is_valid
    sound = {key: value for key, value in record.items() if fits({key: value}) or (key == "profile" and isinstance(value, Mapping))}
    settings = record.get("settings")
    if "settings" not in sound and isinstance(settings, Mapping):
        sound["settings"] = {name: value for name, value in settings.items() if fits({"settings": {name: value}})}
    kinds = record.get("kinds")
    if "kinds" not in sound and isinstance(kinds, Mapping):
        sound["kinds"] = {name: words for name, words in kinds.items() if isinstance(words, Mapping) and fits(_plain_kind(name, words))}
    return sound


def _plain_kind(name: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """A pack of one kind, without the kind's profile unless that is none at all."""
    return {"kinds": {name: {key: word for key, word in words.items() if key != "profile" or not isinstance(word, Mapping)}}}


def _pack_file(folder: Folder) -> tuple[Data, list[Finding]]:
    content, findings = folder.read(PACK_FILE)
    tree = inputs.read(content or b"", folder.label(PACK_FILE))
    data, faulty = validate(tree, pack_schema())
    return data, [*findings, *(tree.findings if content is not None else ()), *map(in_pack, faulty)]


def in_pack(finding: Finding) -> Finding:
    """A fault of data, found in a pack's own file. Findings: K109 K110; notices stay what they are."""
    if not finding.blocks:
        return finding
    fault = faults.UNKNOWN_SETTING if finding.fault is faults.UNKNOWN_FIELD else faults.WRONG_SETTING
    words: dict[str, Any] = {"zh": finding.message("zh"), "en": finding.message("en")}
    words |= {"hint_zh": finding.hint("zh"), "hint_en": finding.hint("en")}
    return fault.at(finding.span, suggestion=finding.suggestion, related=finding.related, **words)


def _unknown(name: str, span: Span, folders: Sequence[Path]) -> Finding:
    known = available(folders)
    found = near(name, known)
    zh = f"已有的模板包：{listed(known, '、')}" if known else f"在 {listed(map(str, folders), '、')} 里没有找到任何模板包"
    en = f"There are: {listed(known, ', ')}" if known else f"No pack was found in {listed(map(str, folders), ', ')}"
    if found:
        zh, en = f"是不是“{found[0]}”？{zh}", f"Did you mean “{found[0]}”? {en}"
    return faults.UNKNOWN_PACK.at(span, suggestion=found[0] if found else "", name=brief(name), advice_zh=zh, advice_en=en)
