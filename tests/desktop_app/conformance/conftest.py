"""The small city, in process."""

from __future__ import annotations

from tests.support.sandbox_server import city, database, postgres

__all__ = ["city", "database", "postgres"]
