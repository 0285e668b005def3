"""The desk's people and their stores, for what leaves the desk as a file."""

from __future__ import annotations

from tests.ui.reports.conftest import hire, workplace

__all__ = ["hire", "workplace"]
