"""The desk's people and their stores, for the page of approvals."""

from __future__ import annotations

from tests.ui.reports.conftest import hire, workplace

__all__ = ["hire", "workplace"]
