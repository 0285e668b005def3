"""Where log records go: rotating files in the home's ``logs``; never secrets (see the tests)."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop_app.settings import Home

FILE: Final = "ioc-desk.log"
_BYTES: Final = 2_000_000
_FILES: Final = 3
_FORM: Final = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def write_logs(home: Home) -> None:
    """Write every record of level INFO and above into ``home``, which exists; raise OSError."""
    log = logging.handlers.RotatingFileHandler(
        home.logs / FILE, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
    )
    log.setFormatter(logging.Formatter(_FORM))
    logging.getLogger().addHandler(log)
    logging.getLogger().setLevel(logging.INFO)
