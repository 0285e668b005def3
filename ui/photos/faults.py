"""Why a photo is not to be seen, as two sentences: not here yet, damaged, gone, or what else it was."""

from __future__ import annotations

from desktop_app.api.errors import Busy, Refused, Stopped, Unauthorised, Unreachable
from desktop_app.store.uploads import NoSuchContent
from ui.language import translate
from ui.wording import sentence

_GONE = 404
_LATER = (Unreachable, Unauthorised, Busy, Stopped)
"""The centre cannot be asked now; nothing is wrong with the photo."""


def fault_words(error: Exception, *, document: bool = False) -> tuple[str, str]:
    """Return what happened and what to do; ``document``: it is no photo that is missed."""
    if isinstance(error, _LATER):
        return (
            translate("Photos", "This document is not on this computer yet.")
            if document
            else translate("Photos", "This photo is not on this computer yet."),
            translate("Photos", "It is fetched as soon as the centre can be reached, and is then kept here."),
        )
    if isinstance(error, NoSuchContent) or (isinstance(error, Refused) and error.status == _GONE):
        return (
            translate("Photos", "This document is no longer there.")
            if document
            else translate("Photos", "This photo is no longer there."),
            translate("Photos", "The centre has it no more, or the report has left this desk."),
        )
    wording = sentence(error)
    return wording.title, wording.what_to_do
