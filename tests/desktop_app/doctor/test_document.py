"""Findings for machines: whole in JSON, short in a QR code, never with a secret."""

import json
import re
from datetime import UTC, datetime

from cardio.errors import UnknownCard
from desktop_app.doctor.causes import find
from desktop_app.doctor.document import as_json, codes_line
from desktop_app.doctor.finding import Part

NOON = datetime(2026, 3, 8, 5, tzinfo=UTC)
GOOD = find(Part.SERVICE, "service_running")
SOON = find(Part.CERTIFICATE, "certificate_ends_soon", "R1", {"not_after": NOON, "days": 3})
FOREIGN = find(Part.PROFILE, UnknownCard.code, "R2", {"atr": b"\x3b\x00"})


def test_json_holds_everything() -> None:
    words = [("Runs.", ""), ("Ends soon.", "Ask for a new one."), ("No card of ours.", "Use another.")]
    document = json.loads(as_json([GOOD, SOON, FOREIGN], NOON, "en", words))
    assert (document["examined_at"], document["language"]) == ("2026-03-08T05:00:00+00:00", "en")
    first, second, third = document["findings"]
    assert (first["part"], first["verdict"], first["code"]) == ("service", "good", GOOD.code)
    assert second["data"] == {"not_after": "2026-03-08T05:00:00+00:00", "days": 3}
    assert third["data"] == {"atr": "3B00"}
    assert [(one["says"], one["remedy"]) for one in document["findings"]] == words


def test_the_line_of_the_qr_code_is_alphanumeric_and_short() -> None:
    line = codes_line([GOOD, SOON, FOREIGN, FOREIGN], "0197a1b2-c3d4")
    assert line.split()[2:] == ["0197A1B2", SOON.code, FOREIGN.code]
    assert re.fullmatch(r"[0-9A-Z $%*+\-./:]+", line), "the alphanumeric mode of a QR code"
    assert codes_line([GOOD]).endswith(" OK")
