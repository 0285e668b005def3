"""Why a photo is not to be seen, as two sentences: not here yet, damaged, gone, or what else it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop_app.api.errors import Busy, Refused, Stopped, Unauthorised, Unreachable
from desktop_app.store.uploads import NoSuchContent
from ui.language import translate
from ui.wording import Wording, saying

_GONE = 404
_LATER = (Unreachable, Unauthorised, Busy, Stopped)
"""The centre cannot be asked now; nothing is wrong with the photo."""


def fault_words(error: Exception, *, document: bool = False) -> tuple[str, str]:
    """Return what happened and what to do; ``document``: it is no photo that is missed."""
    said = fault(error, document=document)()
    return said.title, said.what_to_do


def fault(error: Exception, *, document: bool = False) -> Callable[[], Wording]:
    """Return what says so in the language in force then; it keeps nothing of ``error`` but code and data."""
    if isinstance(error, _LATER):
        return partial(_not_yet, document=document)
    if isinstance(error, NoSuchContent) or (isinstance(error, Refused) and error.status == _GONE):
        return partial(_gone, document=document)
    return saying(error).now


def _not_yet(*, document: bool) -> Wording:
    return Wording(
        translate("Photos", "This document is not on this computer yet.")
        if document
        else translate("Photos", "This photo is not on this computer yet."),
        translate("Photos", "It is fetched as soon as the centre can be reached, and is then kept here."),
    )


def _gone(*, document: bool) -> Wording:
    return Wording(
        translate("Photos", "This document is no longer there.")
        if document
        else translate("Photos", "This photo is no longer there."),
        translate("Photos", "The centre has it no more, or the report has left this desk."),
    )
