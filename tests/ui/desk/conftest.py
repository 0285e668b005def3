"""A report with photos, for the desk that looks after them."""

from __future__ import annotations

from tests.ui.photos.conftest import report

__all__ = ["report"]
