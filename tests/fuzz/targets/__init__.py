"""Every parser that meets outside bytes, by family; ``TARGETS`` is all of them by name.

Map:
    exchange   APDU answers, BER-TLV, ATRs, and whole conversations with a staff card
    piv        the PIV data objects
    trust      certificates, revocation lists, CMS, master lists, keys on explicit curves
    documents  the files and data groups of travel documents, and their protocols
    intake     what is typed and scanned: machine-readable zones, citizen numbers, QR codes
    answers    JSON of each resource of the central API, as the workstation reads it
    requests   JSON of each resource, as the sandbox reads it; payloads of commands
    attachments  pictures' containers, and both ends of tus
    pictures   pictures of reports: bounds, decoding, public copies
    signed     compact JWS: trust bundle, journal, receipts
    files      what lies on a disk: settings, vault, enrolment, virtual cards, New York's CSV
    tokens     the pipe of the PKCS#11 child

Seeds are real inputs, made by the virtual cards and the sandbox's own writers, so that coverage starts behind
the first length check.
"""

from __future__ import annotations

from tests.fuzz.target import Target
from tests.fuzz.targets.answers import TARGETS as ANSWERS
from tests.fuzz.targets.attachments import TARGETS as ATTACHMENTS
from tests.fuzz.targets.documents import TARGETS as DOCUMENTS
from tests.fuzz.targets.exchange import TARGETS as EXCHANGE
from tests.fuzz.targets.files import TARGETS as FILES
from tests.fuzz.targets.intake import TARGETS as INTAKE
from tests.fuzz.targets.pictures import TARGETS as PICTURES
from tests.fuzz.targets.piv import TARGETS as PIV
from tests.fuzz.targets.requests import TARGETS as REQUESTS
from tests.fuzz.targets.signed import TARGETS as SIGNED
from tests.fuzz.targets.tokens import TARGETS as TOKENS
from tests.fuzz.targets.trust import TARGETS as TRUST

TARGETS: dict[str, Target] = {
    **EXCHANGE,
    **PIV,
    **TRUST,
    **DOCUMENTS,
    **INTAKE,
    **ANSWERS,
    **REQUESTS,
    **ATTACHMENTS,
    **PICTURES,
    **SIGNED,
    **FILES,
    **TOKENS,
}
