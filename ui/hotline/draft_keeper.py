"""Keeps the call that is being written down: a moment after each key, and once more before the page goes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.store.errors import StoreError
from desktop_app.triage.calls import CallDraft, Calls, NoReporterKey

_log = logging.getLogger(__name__)
_AFTER_MS = 300


class DraftKeeper(QObject):
    """``written`` returns the draft as it stands; it may raise what sealing raises."""

    def __init__(self, calls: Calls, written: Callable[[], CallDraft], parent: QObject) -> None:
        super().__init__(parent)
        self._calls, self._written = calls, written
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.keep)

    @Slot()
    def soon(self) -> None:
        """Something was typed."""
        self._later.start()

    def forget(self) -> None:
        """The call was sent or thrown away: nothing waits to be kept."""
        self._later.stop()

    @Slot()
    def keep(self) -> None:
        """Keep the draft now; an empty one is thrown away."""
        self._later.stop()
        with suppress(PayloadInvalid, NoReporterKey):  # said when it is sent; the rest is not lost by it
            draft = self._written()
            try:
                if draft.is_empty:
                    self._calls.drop_draft()
                else:
                    self._calls.keep_draft(draft)
            except StoreError as failure:  # locked meanwhile, or a full disk: typing goes on
                _log.warning("draft of a call not kept: %s", failure.code)

    def keep_last(self) -> None:
        """Keep what the timer had not come to."""
        if self._later.isActive():
            self.keep()
