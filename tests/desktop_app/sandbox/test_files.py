"""What an attach event needs before it may be carried out."""

from __future__ import annotations

import pytest

from desktop_app.domain.payloads import Attach
from desktop_app.sandbox.files import missing_of
from tests.support.files import lay_file
from tests.support.small_city import SmallCity

HERE, AWAY = "a" * 64, "b" * 64


@pytest.mark.parametrize(
    ("payload", "field"),
    [
        (Attach((HERE,)), None),
        (Attach((HERE, AWAY)), "sha256"),
        (Attach((HERE,), thumbnails=(HERE,)), None),
        (Attach((HERE,), thumbnails=("",)), None),
        (Attach((HERE,), thumbnails=(AWAY,)), "thumbnails"),
        (Attach((HERE,), redacts=AWAY), "redacts"),
        (Attach((HERE,), redacts=HERE), None),
    ],
)
def test_every_file_named_must_be_whole_on_this_report(
    city: SmallCity, payload: Attach, field: str | None
) -> None:
    report, other = city.put(), city.put()
    with city.service.writer.transaction() as connection:
        lay_file(connection, report.id, HERE)
        lay_file(connection, other.id, AWAY)
        assert missing_of(connection, report.id, payload) == field
