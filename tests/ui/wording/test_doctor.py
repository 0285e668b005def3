"""The doctor's own sentences: each is a cause it can find, and wants only data that examinations give."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.doctor.causes import CAUSES
from tests.support.errors import places
from ui.wording import sentence
from ui.wording.doctor import DOCTOR

DATA = {
    "service_away": {"reason"},
    "driver_missing": {"count"},
    "document_readable": {"ways"},
    "document_at_staff_reader": {"ways"},
    "document_access_unknown": {"ways"},
    "certificate_good": {"not_after", "days"},
    "certificate_ends_soon": {"not_after", "days"},
    "list_fresh": {"issued", "age", "hours", "count"},
    "list_stale": {"issued", "age", "hours", "count"},
    "anchors_installed": {"not_after", "count"},
    "anchor_ends_soon": {"not_after", "count"},
    "document_anchors_installed": {"count"},
    "token_plugged_in": {"count"},
    "anchors_expired": {"not_after", "count"},
    "clock_wrong": {"minutes"},
    "disk_room": {"free"},
    "disk_low": {"free"},
    "disk_full": {"free"},
}


def test_every_sentence_is_one_the_doctor_can_need() -> None:
    assert set(DOCTOR) <= {cause for causes in CAUSES.values() for cause in causes}


@pytest.mark.parametrize("cause", sorted(DOCTOR))
def test_places_are_data_of_the_finding(cause: str) -> None:
    assert places(DOCTOR[cause]) <= DATA.get(cause, set())


def test_a_list_of_this_hour_is_minutes_old() -> None:
    data = {"issued": datetime(2026, 3, 8, 5, tzinfo=UTC), "age": timedelta(minutes=7)}
    assert "7 min ago" in sentence("list_fresh", data).title
    assert "2 d ago" in sentence("list_stale", {**data, "age": timedelta(days=2)}).title
