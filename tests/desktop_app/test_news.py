"""News is data: frozen, comparable, safe to hand to another thread."""

from __future__ import annotations

import dataclasses
import inspect

from desktop_app import news


def test_everything_that_travels_is_frozen() -> None:
    kinds = [c for _, c in inspect.getmembers(news, dataclasses.is_dataclass)]
    assert kinds
    for kind in kinds:
        assert vars(kind)["__dataclass_params__"].frozen, kind


def test_a_fresh_status_claims_nothing() -> None:
    status = news.SyncStatus()
    assert (status.contact, status.last_contact, status.waiting, status.error) == (
        news.Contact.NEVER,
        None,
        0,
        None,
    )
