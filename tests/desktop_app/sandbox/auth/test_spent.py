"""Values that count once."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from desktop_app.sandbox.auth.spent import forget, spend
from desktop_app.sandbox.tables import spent
from tests.support.small_city import SmallCity


def test_a_value_counts_once_per_kind(city: SmallCity) -> None:
    until = city.service.now() + timedelta(minutes=1)
    with city.service.writer.transaction() as connection:
        assert spend(connection, "nonce", "a", until)
        assert not spend(connection, "nonce", "a", until)
        assert spend(connection, "nonce", "b", until)
        assert spend(connection, "proof", "a", until)


def test_only_what_could_not_be_used_again_is_forgotten(city: SmallCity) -> None:
    now = city.service.now()
    with city.service.writer.transaction() as connection:
        spend(connection, "nonce", "old", now - timedelta(seconds=1))
        spend(connection, "nonce", "new", now + timedelta(minutes=1))
        forget(connection, now)
        assert connection.execute(sa.select(sa.func.count()).select_from(spent)).scalar() == 1
        assert not spend(connection, "nonce", "new", now)


def test_the_value_itself_is_not_kept(city: SmallCity) -> None:
    with city.service.writer.transaction() as connection:
        spend(connection, "nonce", "a secret", city.service.now())
        assert "a secret" not in str(connection.execute(sa.select(spent)).all())
