"""The desk's people and their stores, for the pages beside the desk."""

from __future__ import annotations

from tests.ui.reports.conftest import hire, workplace

__all__ = ["hire", "workplace"]
