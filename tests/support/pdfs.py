"""Small PDFs (ISO 32000-1) written by hand: honest ones, and such as must do no harm."""

from __future__ import annotations

from collections.abc import Sequence

_TEXT = b"BT /F1 24 Tf 40 100 Td (%s) Tj ET"


def pdf(*words: str, size: tuple[float, float] = (300, 200), catalog: str = "", trailer: str = "") -> bytes:
    """Return a PDF with a page for each of ``words``; ``catalog`` and ``trailer`` are set into those."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(words)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(words)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for at, word in enumerate(words):
        drawn = _TEXT % word.encode("ascii")
        box = f"/MediaBox[0 0 {size[0]} {size[1]}]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * at} 0 R>>".encode())
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn))
    return written(objects, trailer)


def written(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return the file of these objects, numbered from 1, the first being the catalogue."""
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R {trailer}>>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end.encode()


def locked_pdf() -> bytes:
    """Return one that asks for a password (standard security handler, 40 bit): nobody has the right one."""
    rights = f"<</Filter/Standard/V 1/R 2/O <{'00' * 32}>/U <{'11' * 32}>/P -4>>"
    return pdf("secret", trailer=f"/ID[<{'22' * 16}><{'22' * 16}>]/Encrypt {rights}")
