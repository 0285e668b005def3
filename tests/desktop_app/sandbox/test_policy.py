"""The policy: its defaults, what was set otherwise, and that the bundle tells it."""

from __future__ import annotations

import pytest

from desktop_app import jose
from desktop_app.sandbox import policy
from desktop_app.trust.bundle import DEFAULT_POLICY
from tests.support.small_city import SmallCity


def test_what_is_set_is_in_force_and_told(city: SmallCity) -> None:
    with city.service.writer.transaction() as connection:
        assert policy.in_force(connection) == policy.DEFAULTS
        policy.change(connection, policy.SIGNED_APPROVALS, True)
        policy.change(connection, "offline_hours", 8)
        found = policy.in_force(connection)
        told = jose.unverified(city.service.bundles.current(connection)).claims["policy"]
    assert found == told == {**policy.DEFAULTS, policy.SIGNED_APPROVALS: True, "offline_hours": 8}


def test_a_name_or_kind_of_another_policy_is_refused(city: SmallCity) -> None:
    with city.service.writer.transaction() as connection:
        with pytest.raises(KeyError):
            policy.change(connection, "signed_approval", True)
        with pytest.raises(TypeError):
            policy.change(connection, policy.SIGNED_APPROVALS, 1)
        with pytest.raises(TypeError):
            policy.change(connection, "offline_hours", True)
        assert policy.in_force(connection) == policy.DEFAULTS


def test_a_workstation_knows_each_name_of_it() -> None:
    assert set(policy.DEFAULTS) == set(DEFAULT_POLICY)
