"""Photos as a phone writes them, for tests: real pixels, a place in the EXIF, a number plate to cover."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

PLATE = (0.25, 0.5, 0.75, 0.75)
"""Where the plate stands, in fractions of the sides."""
PLATE_COLOUR, GROUND = (230, 20, 20), (40, 120, 60)
PLACE = b"16-27-49N"


def phone_photo(width: int = 480, height: int = 320, turned: int = 1, kind: str = "JPEG") -> bytes:
    """A photo with a red plate on green; EXIF tells its place and that it is to be turned."""
    picture = Image.new("RGB", (width, height), GROUND)
    left, top, right, bottom = PLATE
    box = (left * width, top * height, right * width - 1, bottom * height - 1)
    ImageDraw.Draw(picture).rectangle(box, fill=PLATE_COLOUR)
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010E] = PLACE.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (16.0, 27.0, 49.0), 3: "E", 4: (107.0, 35.0, 26.0)})
    made = BytesIO()
    picture.save(made, kind, exif=exif)
    return made.getvalue()


def pixels(content: bytes) -> Image.Image:
    """The decoded picture."""
    return Image.open(BytesIO(content)).convert("RGB")
