"""What a phone writes: place, time and device in the EXIF; the pixels stay as they were drawn."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from desktop_app.sandbox.picture_copies import without_camera_data
from desktop_app.sandbox.seed.photos.camera import DEVICE, GPS, MODEL, TAKEN, develop, taken
from desktop_app.sandbox.seed.photos.street import draw_street


def test_the_place_and_the_time_are_in_it_and_in_no_copy() -> None:
    plain = develop(draw_street(1).picture)
    shot = taken(plain, 16.4637, 107.5909, datetime(2026, 11, 20, 3, 4, 5, tzinfo=UTC))
    exif = Image.open(BytesIO(shot)).getexif()
    assert (exif[MODEL], exif[TAKEN]) == (DEVICE, "2026:11:20 10:04:05")
    place = exif.get_ifd(GPS)
    assert (place[1], [float(part) for part in place[2]][:2]) == ("N", [16.0, 27.0])
    assert (place[3], [float(part) for part in place[4]][:2]) == ("E", [107.0, 35.0])
    assert without_camera_data(shot, "image/jpeg") == plain
    assert Image.open(BytesIO(shot)).tobytes() == Image.open(BytesIO(plain)).tobytes()
    assert len(shot) < 24_000
