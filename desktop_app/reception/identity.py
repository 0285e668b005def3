"""Entry and chip side by side: the text that counts for each field, and what contradicts it.

The chip's text counts where there is one that may be relied upon. An entry that says otherwise is not
dropped: the clerk sees both, since either the card's print or the entry is wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from cardio.document_errors import DataGroupAltered
from cardio.emrtd.verdict import Badge, Verdict
from desktop_app.reception.chip import ChipFields, ChipText
from desktop_app.reception.fields import Field, Line, Provenance, Text
from desktop_app.reception.intake import Entry

_CUT_OFF: Final = 28
"""Letters of a name that a zone of thirty may be too short for: the last part may be missing."""
_SAME_WORDS: Final = {"vnm": "việt nam", "viet nam": "việt nam"}


def lines(
    entry: Entry | None, chip: ChipFields, verdict: Verdict | None, *, distrusted: bool = False
) -> tuple[Line, ...]:
    """Return the lines to show, in the order of the screen; fields that nobody filled are left out.

    ``distrusted``: the reading ended by something that no honest chip does.
    """
    return tuple(_lines(entry, chip, verdict, distrusted))


def provenance_of(group: int, verdict: Verdict | None) -> Provenance:
    """Return what may be believed of a data group, by the verdict so far.

    One altered group condemns itself, not the others, whose signed hashes still hold.
    """
    if verdict is None:
        return Provenance.CHIP
    altered = {fault.group for fault in verdict.faults if isinstance(fault, DataGroupAltered)}
    others = any(not isinstance(fault, DataGroupAltered) for fault in verdict.faults)
    if verdict.badge is Badge.FALSE and (others or group in altered):
        return Provenance.REFUSED
    return Provenance.VERIFIED if verdict.badge is Badge.GENUINE else Provenance.CHIP


def _lines(
    entry: Entry | None, chip: ChipFields, verdict: Verdict | None, distrusted: bool
) -> Iterator[Line]:
    entered = entry.texts if entry else {}
    for name in Field:
        typed = entered.get(name)
        if name in chip.texts:
            read, believed = _best(chip.texts[name], verdict, distrusted)
            yield _with_chip(name, read, typed, believed)
        elif typed is not None:
            yield Line(name, typed)


def _best(
    texts: tuple[ChipText, ...], verdict: Verdict | None, distrusted: bool
) -> tuple[ChipText, Provenance]:
    """The most telling text of a group that may be believed, else the most telling one."""
    if distrusted:
        return texts[0], Provenance.REFUSED
    judged = [(text, provenance_of(text.group, verdict)) for text in texts]
    return next((one for one in judged if one[1] is not Provenance.REFUSED), judged[0])


def _with_chip(name: Field, read: ChipText, typed: Text | None, believed: Provenance) -> Line:
    value = Text(read.text, believed)
    same = _same_name if name is Field.NAME else _same
    if typed is None:
        return Line(name, value)
    other = () if same(typed.text, read.text) else (typed,)
    if believed is Provenance.REFUSED:  # it does not push aside what was entered
        return Line(name, typed, (value,) if other else ())
    return Line(name, value, other)


def _same(first: str, second: str) -> bool:
    return _plain(first) == _plain(second)


def _same_name(first: str, second: str) -> bool:
    """A machine-readable zone writes names without marks, and cuts long ones off."""
    if not (first.isascii() or second.isascii()):
        return _same(first, second)
    bare = sorted((_without_marks(first), _without_marks(second)), key=len)
    return bare[1] == bare[0] or (len(bare[0]) >= _CUT_OFF and bare[1].startswith(bare[0]))


def _without_marks(text: str) -> str:
    parted = unicodedata.normalize("NFD", _plain(text)).replace("đ", "d")
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


def _plain(text: str) -> str:
    """Case, composition and spacing aside."""
    words = " ".join(unicodedata.normalize("NFC", text).casefold().replace(",", " ").split())
    return _SAME_WORDS.get(words, words)
