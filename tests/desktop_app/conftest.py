"""Parts that only work together are tested together: a workstation beside a served city."""

from __future__ import annotations

from tests.journeys.conftest import bench, enrolled

__all__ = ["bench", "enrolled"]
