"""`ioc-desk card read-id --can … | --mrz …`: read a citizen card or passport in a reader, with its verdict.

What opens the document is asked for where it is not given, so that it need not stand in the shell's history.
What reads it is imported when it is used: the program's start does not wait for the ASN.1 library.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cardio import failure, mrz
from cardio.cccd import dg13
from cardio.document_errors import MrzInvalid
from cardio.emrtd import details, dg2
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.verdict import Badge
from cardio.errors import CardError, ProtocolViolation

if TYPE_CHECKING:
    from cardio.emrtd.reading import Document
    from cardio.transport import Card
    from cardio.trust.csca import AnchorStore

    OnCard = Callable[[str | None, Callable[[Card], Document]], Document]

ASKED: Final = "-"
_BADGES: Final = {
    Badge.GENUINE: "thật / genuine",
    Badge.SIGNED: "chip – chữ ký hợp lệ / chip – signature holds",
    Badge.DOUBTFUL: "cần xem lại / doubtful",
    Badge.FALSE: "không dựa vào chip / do not rely on the chip",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--can", nargs="?", const=ASKED, help="sáu số cuối; không ghi: hỏi / last six digits; bare: asked for"
    )
    way.add_argument(
        "--mrz",
        nargs="?",
        const=ASKED,
        help="các dòng MRZ, hay SỐ/SINH/HẾT HẠN / lines, or NUMBER/BIRTH/EXPIRY",
    )
    parser.add_argument("--reader", help="tên đầu đọc / name of the reader")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--anchor", type=Path, action="append", default=[], help="CSCA (DER)")
    parser.add_argument("--master-list", type=Path, help="danh sách CSCA / CSCA master list")
    parser.add_argument("--picture", type=Path, help="lưu ảnh vào tệp / write the picture to this file")


def key_of(args: argparse.Namespace) -> Can | MrzKey:
    """The key typed; raises MrzInvalid."""
    if args.can is not None:
        return Can(_asked(args.can, "CAN: "))
    text = _asked(args.mrz, "MRZ: ")
    parts = text.split("/")
    if len(parts) == 3:
        return MrzKey(*parts)
    if len(parts) != 1:
        raise MrzInvalid("length")
    zone = mrz.read(text)
    return MrzKey.of(zone)


def anchors_of(args: argparse.Namespace) -> AnchorStore:
    """The anchors in the files given: single ones for every kind, a master list's for passports."""
    from cardio.trust import master_list
    from cardio.trust.csca import AnchorStore, DocumentKind

    store = AnchorStore()
    for path in args.anchor:
        store.install(path.read_bytes(), *DocumentKind)
    if args.master_list is not None:
        for certificate in master_list.read(args.master_list.read_bytes()).usable:
            store.install(certificate.der, DocumentKind.PASSPORT)
    return store


def document_of(found: Document) -> dict[str, Any]:
    """What was read, under stable names, for JSON."""
    zone, verdict = found.zone, found.verdict
    fields, faults = _details(found)
    return {
        "document": zone.document_code,
        "issuer": zone.issuer,
        "document_number": zone.document_number,
        "surname": zone.surname,
        "given_names": zone.given_names,
        "birth": zone.birth,
        "sex": zone.sex,
        "expiry": zone.expiry,
        "fields": fields,
        "groups": sorted(found.groups),
        "access": verdict.access,
        "badge": verdict.badge.value,
        "assurance": verdict.assurance,
        "proved": sorted(proof.value for proof in verdict.proved),
        "not_proved": sorted(proof.value for proof in verdict.not_proved),
        "chip_by": list(verdict.chip_by),
        "faults": [failure.of(fault).document() for fault in faults],
    }


def text_of(found: Document) -> str:
    """What was read, a line for each fact."""
    zone, verdict = found.zone, found.verdict
    fields, faults = _details(found)
    lines = [
        f"Giấy tờ / Document: {zone.document_code} {zone.issuer} {zone.document_number}",
        f"Họ tên / Name: {zone.surname} {zone.given_names}",
        f"Sinh / Birth: {zone.birth}   Giới tính / Sex: {zone.sex}   Hết hạn / Expiry: {zone.expiry}",
        *(f"  {name}: {text}" for name, text in fields.items()),
        f"Kết luận / Verdict: {_BADGES[verdict.badge]}  ({verdict.access})",
        f"Đã chứng minh / Proved: {', '.join(sorted(proof.value for proof in verdict.proved))}",
    ]
    return "\n".join(lines + [f"  ! {failure.of(fault).text()}" for fault in faults])


def write_picture(found: Document, path: Path) -> None:
    """Save the face as the chip holds it; raises ProtocolViolation without one."""
    if 2 not in found.groups:
        raise ProtocolViolation("dg2")
    path.write_bytes(dg2.read(found.groups[2]).picture)


def run(args: argparse.Namespace, on_card: OnCard) -> int:
    """Read the document in the reader and print it; 1 when the verdict is that the chip is false."""
    from cardio.emrtd import reading

    key, anchors = key_of(args), anchors_of(args)
    found = on_card(args.reader, lambda card: reading.read(card, key, anchors))
    shown = json.dumps(document_of(found), ensure_ascii=False, indent=1) if args.json else text_of(found)
    sys.stdout.write(f"{shown}\n")
    if args.picture is not None:
        write_picture(found, args.picture)
    return int(found.verdict.badge is Badge.FALSE)


def _details(found: Document) -> tuple[dict[str, str], tuple[CardError, ...]]:
    """What the groups say beside the zone, by stable names; and the faults: the verdict's, and of reading."""
    readers = {11: _person, 12: _paper, 13: _citizen}
    fields: dict[str, str] = {}
    faults = found.verdict.faults
    for group in sorted(readers.keys() & found.groups.keys()):
        try:
            fields |= readers[group](found.groups[group])
        except CardError as fault:
            faults = (*faults, fault)
    return {name: text for name, text in fields.items() if text}, faults


def _person(data: bytes) -> dict[str, str]:
    person = details.read_person(data)
    return {
        "name": _spaced(person.name),
        "birth_place": _spaced(person.birth_place),
        "residence": _spaced(person.address),
    }


def _paper(data: bytes) -> dict[str, str]:
    paper = details.read_document(data)
    return {"authority": _spaced(paper.authority), "issued": paper.issued.isoformat() if paper.issued else ""}


def _citizen(data: bytes) -> dict[str, str]:
    citizen = dg13.read(data)
    return {one.name.lower(): citizen.text(one) or "" for one in sorted(citizen.values)}


def _spaced(text: str | None) -> str:
    return " ".join((text or "").replace("<", " ").split())


def _asked(value: str, prompt: str) -> str:
    return getpass.getpass(prompt) if value == ASKED else value
