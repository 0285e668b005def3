"""A file of anchors: what is in it, and its installation by a site admin's card.

A file holds one country signing certificate, a master list of them, or a revocation list, in DER or PEM.
Nothing is trusted for being in a file: a site admin vouches for it, with card and PIN, and that is recorded.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from cardio.errors import BadSignature, CardError, ForeignIssuer, WrongPurpose
from cardio.piv import jose_algorithm
from cardio.trust import master_list
from cardio.trust.csca import Anchor, AnchorStore, DocumentKind
from cardio.trust.csca_crl import is_list
from cardio.trust.document_certificate import DocumentCertificate, load_usable
from cardio.trust.master_list import Refusal
from desktop_app import jose
from desktop_app.cards import officer_card
from desktop_app.cards.officer_card import Duty, Entitled, OfficerCard
from desktop_app.trust.anchor_record import REMOVED

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.workstation.workplace import Workplace

MOST_NAMED: Final = 12
LARGEST: Final = 16 * 1024 * 1024
_PEM: Final = re.compile(rb"-----BEGIN [A-Z0-9 ]+-----(.+?)-----END", re.DOTALL)
_NONCE_BYTES: Final = 16


class FileKind(StrEnum):
    """What a file holds."""

    CERTIFICATE = "certificate"
    LINK = "link"
    MASTER_LIST = "master_list"
    REVOCATION_LIST = "revocation_list"


class AnchorFileUnreadable(Exception):
    """The file holds nothing of the kind; ``cause`` is what its likeliest reading ran into, if anything."""

    code = "anchor_file_unreadable"

    def __init__(self, cause: CardError | None = None) -> None:
        super().__init__(str(cause or ""))
        self.cause = cause


@dataclass(frozen=True, slots=True)
class AnchorFile:
    """A file that was read. ``usable`` and ``refused`` are every certificate of it.

    ``kinds`` is set for a link certificate: it serves what the key served that vouches for it.
    """

    kind: FileKind
    content: bytes = field(repr=False)
    usable: tuple[DocumentCertificate, ...] = ()
    refused: tuple[Refusal, ...] = ()
    kinds: frozenset[DocumentKind] = frozenset()

    @property
    def sha256(self) -> str:
        """The hash (hex) that the admin's statement names."""
        return hashlib.sha256(self.content).hexdigest()


def read_file(
    data: bytes, installed: AnchorStore, heard: Callable[[int, int], None] = lambda _read, _of: None
) -> AnchorFile:
    """Return what is in the file; takes most of a second for a master list.

    Raises ``AnchorFileUnreadable``; for what is one but cannot be installed, its own ``CardError``.
    """
    if len(data) > LARGEST:
        raise AnchorFileUnreadable
    content = _der(data)
    if (certificate := _certificate(content, installed)) is not None:
        return certificate
    if is_list(content):
        AnchorStore(installed.anchors).install_list(content)  # tried on a copy: nothing is installed yet
        return AnchorFile(FileKind.REVOCATION_LIST, content)
    try:
        found = master_list.read(content, heard)
    except CardError as problem:
        raise AnchorFileUnreadable(problem) from None
    return AnchorFile(FileKind.MASTER_LIST, content, found.usable, found.refused)


def install(core: Core, reader: str, pin: bytearray, file: AnchorFile, kinds: Sequence[DocumentKind]) -> None:
    """Have the site admin's card in ``reader`` sign for the file and install it; blocks, ``pin`` is wiped.

    Raises ``NotEntitled``, ``CardError``, ``StoreError``; nothing is installed then.
    """
    workplace = core.workplace
    if workplace is None:
        pin[:] = bytes(len(pin))
        return
    claims = {
        "action": f"install_{file.kind}",
        "sha256": file.sha256,
        "kinds": sorted(k.value for k in kinds),
        "titles": _named(file.usable),
    }
    statement = _signed(core, workplace, reader, pin, claims)
    anchors = workplace.document_anchors
    if file.kind is FileKind.REVOCATION_LIST:
        anchors.install_list(file.content, statement)
    else:
        anchors.install([Anchor(one, frozenset(kinds)) for one in file.usable], statement)


def remove(core: Core, reader: str, pin: bytearray, certificates: Sequence[DocumentCertificate]) -> None:
    """Have the admin's card sign that these certificates are trusted no longer; raises as ``install``."""
    workplace = core.workplace
    if workplace is None:
        pin[:] = bytes(len(pin))
        return
    fingerprints = [one.fingerprint for one in certificates]
    claims = {"action": REMOVED, "certificates": fingerprints, "titles": _named(certificates)}
    statement = _signed(core, workplace, reader, pin, claims)
    workplace.document_anchors.remove(fingerprints, statement)


def _named(certificates: Sequence[DocumentCertificate]) -> list[str]:
    """What the record shows of them: a master list is not spelt out."""
    shown = certificates if len(certificates) <= MOST_NAMED else ()
    return [f"{one.country} {one.title}".strip() for one in shown]


def _signed(
    core: Core, workplace: Workplace, reader: str, pin: bytearray, claims: Mapping[str, object]
) -> str:
    now = workplace.clock.now()
    said = {
        **claims,
        "terminal": workplace.enrolment.terminal_id,
        "at": now.isoformat(),
        "nonce": secrets.token_hex(_NONCE_BYTES),
    }

    def work(card: OfficerCard) -> str:
        header = {
            "alg": jose_algorithm(card.public_key),
            "typ": str(jose.Kind.ANCHOR_CHANGE),
            "x5c": jose.x5c(card.chain),
        }
        return jose.assemble(header, said, card.sign)

    entitled = Entitled(workplace.trust.cards, now, Duty.SITE_ADMIN)
    return officer_card.act(core.readers, reader, pin, entitled, work)


def _certificate(content: bytes, installed: AnchorStore) -> AnchorFile | None:
    try:
        DocumentCertificate.load(content)
    except CardError:
        return None
    certificate = load_usable(content)
    if not certificate.is_authority:
        raise WrongPurpose("country_signing")
    if certificate.is_self_issued and certificate.authority_key_id in {None, certificate.key_id}:
        if not certificate.is_signed_by(certificate):
            raise BadSignature
        return AnchorFile(FileKind.CERTIFICATE, content, (certificate,))
    try:
        link = installed.linked(content)
    except ForeignIssuer:  # an admin may vouch for it all the same
        return AnchorFile(FileKind.CERTIFICATE, content, (certificate,))
    return AnchorFile(FileKind.LINK, content, (certificate,), kinds=link.kinds)


def _der(data: bytes) -> bytes:
    found = _PEM.search(data)
    if found is None:
        return data
    try:
        return base64.b64decode(b"".join(found.group(1).split()), validate=True)
    except binascii.Error:
        raise AnchorFileUnreadable from None
