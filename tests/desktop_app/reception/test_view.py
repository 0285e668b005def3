"""A view says whether there is anything, and whether something is under way."""

from __future__ import annotations

from cardio.emrtd.dg2 import Face
from desktop_app.reception.fields import Field, Line, Provenance, Text
from desktop_app.reception.view import Activity, View


def test_empty_and_busy() -> None:
    assert View().empty
    assert not View(entered=True).empty
    assert not View(lines=(Line(Field.NAME, Text("A", Provenance.CHIP)),)).empty
    assert {one for one in Activity if View(activity=one).busy} == set(Activity) - {
        Activity.NONE,
        Activity.DONE,
    }


def test_no_picture_in_a_repr() -> None:
    assert "secret" not in repr(View(face=Face("jpeg", b"secret")))
