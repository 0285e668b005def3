"""Roles and actors."""

from __future__ import annotations

from desktop_app.domain.roles import Role
from tests.desktop_app.domain.samples import actor


def test_an_actor_holds_its_roles_only() -> None:
    assert actor("u", Role.CLERK).holds(Role.CLERK)
    assert not actor("u", Role.CLERK).holds(Role.HANDLER)
