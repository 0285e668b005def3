"""The log goes into the home, from INFO up."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.logbook import FILE, write_logs
from desktop_app.settings import Home


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in [h for h in root.handlers if h not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_records_from_info_up_are_written(tmp_path: Path, root_logger: logging.Logger) -> None:
    home = Home(tmp_path)
    home.create()
    write_logs(home)
    logging.getLogger("desk").info("đã mở")
    logging.getLogger("desk").debug("not this")
    for handler in root_logger.handlers:
        handler.flush()
    text = (home.logs / FILE).read_text(encoding="utf-8")
    assert "desk: đã mở" in text
    assert "not this" not in text
