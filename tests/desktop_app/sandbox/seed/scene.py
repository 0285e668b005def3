"""The type of the fixture ``scene``: makes the circumstances of one case."""

from __future__ import annotations

from typing import Protocol

from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.circumstances import Circumstances


class Scene(Protocol):
    """Category, ward and original beside the brief; the dispatcher is hue-p01."""

    def __call__(
        self, brief: Brief, category: str, ward: str = "19789", original: str | None = None
    ) -> Circumstances: ...
