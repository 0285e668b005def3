"""The small city, in process or served."""

from __future__ import annotations

from tests.support.sandbox_server import city, database, postgres, sandbox

__all__ = ["city", "database", "postgres", "sandbox"]
