"""A founded city filled up: codes go on, each reader gets their share, nothing twice."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.filling import PART, fill_database
from desktop_app.sandbox.serve import DATABASE
from desktop_app.sandbox.tables import entity, presence

COUNT = PART + 200


def test_a_city_is_filled_part_by_part_and_may_be_filled_again(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    fill_database(tmp_path, None, COUNT, 3, lambda done, count: heard.append((done, count)))
    assert heard == [(PART, COUNT), (COUNT, COUNT)]
    fill_database(tmp_path, None, 5, 4, lambda _done, _count: None)
    engine = open_database(f"sqlite:///{tmp_path / DATABASE}")
    with engine.connect() as connection:
        codes = list(
            connection.execute(sa.select(entity.c.lookup).where(entity.c.entity == "report")).scalars()
        )
        whole = connection.execute(
            sa.select(sa.func.count()).where(presence.c.entity == "report", presence.c.scope == "whole")
        ).scalar_one()
    engine.dispose()
    assert len(codes) > 400 + COUNT + 5
    assert len(set(codes)) == len(codes)
    assert COUNT < whole < len(codes)
