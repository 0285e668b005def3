"""From an error, or its code, to what a person reads in the language in force."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.deadlines import ZONE
from ui.language import translate
from ui.widgets.when import span_text
from ui.wording.arranging import ARRANGING
from ui.wording.cards import CARDS
from ui.wording.centre import CENTRE
from ui.wording.doctor import DOCTOR
from ui.wording.documents import DOCUMENTS
from ui.wording.entry import Entry, Wording
from ui.wording.files import FILES
from ui.wording.keeping import KEEPING
from ui.wording.listing import LISTING
from ui.wording.reasons import REASONS
from ui.wording.refusals import REFUSALS
from ui.wording.sign_in import SIGN_IN
from ui.wording.work import WORK

_log = logging.getLogger(__name__)

TABLE: Final[Mapping[str, Entry]] = {
    **CARDS, **CENTRE, **SIGN_IN, **WORK, **LISTING, **KEEPING, **DOCTOR, **DOCUMENTS, **REASONS,
    **FILES, **ARRANGING, **REFUSALS,
}  # fmt: skip
_REASONS: Final = ("reason", "what", "part", "method")
"""Where errors keep which of several it was."""

_FALLBACK: Final = "unexpected"
_WRAPPERS: Final = frozenset({"refused", "unauthorised"})
"""Codes that say who refused; the error's ``reason`` says why."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What an error comes down to, its code and its data: said in whatever language is in force then.

    A view keeps this instead of the error, whose traceback holds on to everything it passed through.
    """

    code: str
    data: Mapping[str, Any] = field(repr=False)

    def now(self) -> Wording:
        """Return the sentences in the language in force."""
        entry = TABLE.get(self.code, TABLE[_FALLBACK])
        places = _Places({name: _plain(value) for name, value in self.data.items()})
        return Wording(
            translate("Wording", entry.title).format_map(places),
            translate("Wording", entry.what_to_do).format_map(places),
        )

    def title(self) -> str:
        """Return the first of them alone: what there is room for beside a field."""
        return self.now().title


def saying(error: BaseException | str, data: Mapping[str, Any] | None = None) -> Saying:
    """Return what ``error``, an exception or its code, comes down to; an unknown code says so plainly.

    ``data`` fills what the code's sentences need when only the code is at hand.
    """
    if isinstance(error, str):
        return Saying(_of_reason(error, data or {}), dict(data or {}))
    code = _code(error)
    if code == _FALLBACK:
        _log.error("no sentence for %s, raised at %s", type(error).__name__, _way(error))
    return Saying(code, {**_data(error), **(data or {})})


def sentence(error: BaseException | str, data: Mapping[str, Any] | None = None) -> Wording:
    """Return the sentences of ``error`` in the language in force; see ``saying``."""
    return saying(error, data).now()


def _of_reason(code: str, data: Mapping[str, Any]) -> str:
    """Return the code with its reason, where ``data`` tells one that has a sentence of its own."""
    reasons = (f"{code}.{data.get(name)}" for name in _REASONS)
    return next((told for told in reasons if told in TABLE), code)


def _way(error: BaseException) -> str:
    """Return where ``error`` came from, innermost first; never its words, which may carry secrets."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{frame.name} ({Path(frame.filename).name}:{frame.lineno})" for frame in frames[::-1])


class _Places(dict[str, str]):
    """Data for the places of a sentence; a missing one reads as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def _code(error: BaseException) -> str:
    """Return the most telling code of ``error`` that has a sentence.

    A code with its reason tells more than the code. An error without a code of its own is looked up by its
    class: ``SettingFixed`` as ``setting_fixed``.
    """
    code = getattr(error, "code", None)
    why = getattr(error, "reason", None)
    reasons = (f"{code}.{getattr(error, name, None)}" for name in _REASONS)
    told = (
        why if code in _WRAPPERS else None,
        *reasons,
        code,
        getattr(error, "refusal", None),
        getattr(error, "problem", None),
        _named_after(type(error).__name__),
    )
    return next((one for one in told if isinstance(one, str) and one in TABLE), _FALLBACK)


def _named_after(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _data(error: BaseException) -> dict[str, Any]:
    own = dict(vars(error))
    carried = own.pop("data", None)
    return {**own, **carried} if isinstance(carried, dict) else own


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(ZONE).strftime("%d/%m/%Y")
    if isinstance(value, timedelta):
        return span_text(value)
    return str(value)
