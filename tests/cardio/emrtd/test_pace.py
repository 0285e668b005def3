"""PACE against the worked examples of Doc 9303-11 (G.1, G.2, H.1, H.2), and against the virtual chip."""

from __future__ import annotations

import pytest

from cardio.apdu import Command
from cardio.document_errors import AccessDenied, PointNotOnCurve, SessionBroken
from cardio.emrtd import pace
from cardio.emrtd.access_keys import AccessKey, Can, MrzKey
from cardio.emrtd.pace import Chance
from cardio.emrtd.secure_messaging import SecureMessaging
from cardio.emrtd.security_infos import Mapping, PaceInfo
from cardio.emrtd.symmetric import Suite
from cardio.errors import ApduError, ProtocolViolation
from cardio.simulator.emrtd import Hostility, Profile, VirtualDocument
from cardio.simulator.emrtd.document import pace_info
from cardio.transport import Exchange
from tests.support import icao_examples as icao
from tests.support.apdu_script import ApduScript
from tests.support.virtual_documents import InHand, document, hostile

SELECT = Command(0xA4, 0x04, 0x0C, bytes.fromhex("A0000002471001"))
G1 = pace_info(Mapping.GENERIC, Suite.AES128, 13)


def run(
    script: tuple[tuple[str, str], ...], info: PaceInfo, key: AccessKey, chance: Chance
) -> SecureMessaging:
    """The example's conversation, to its end."""
    card = ApduScript(script)
    session = pace.open_session(Exchange(card), info, key, chance=chance).session
    assert not card.left
    return session


def keys_of(session: SecureMessaging) -> tuple[str, str]:
    """The session keys."""
    keys = session._keys
    assert keys is not None
    assert keys.counter == 0
    return keys.encryption.hex().upper(), keys.mac.hex().upper()


def test_g1_ecdh_generic_mapping() -> None:
    session = run(icao.ECDH_GM, G1, icao.PACE_KEY, icao.chance(*icao.ECDH_GM_PRIVATE))
    assert keys_of(session) == ("F5F0E35C0D7161EE6724EE513A0D9A7F", "FE251C7858B356B24514B3BD5F4297D1")


def test_g2_dh_generic_mapping() -> None:
    info = pace_info(Mapping.GENERIC, Suite.AES128, 0)
    session = run(icao.DH_GM, info, icao.PACE_KEY, icao.chance(*icao.DH_GM_PRIVATE))
    assert keys_of(session) == ("2F7F46ADCC9E7E521B45D192FAFA9126", "805A1D27D45A5116F73C54469462B7D8")


def test_h1_ecdh_integrated_mapping() -> None:
    info = pace_info(Mapping.INTEGRATED, Suite.AES128, 13)
    given = icao.chance(*icao.ECDH_IM_PRIVATE, octets=icao.ECDH_IM_NONCE)
    session = run(icao.ECDH_IM, info, icao.INTEGRATED_KEY, given)
    assert keys_of(session) == ("0D3FEB33251A6370893D62AE8DAAF51B", "B01E89E3D9E8719E586B50B4A7506E0B")


def test_h2_dh_integrated_mapping() -> None:
    info = pace_info(Mapping.INTEGRATED, Suite.AES128, 0)
    given = icao.chance(*icao.DH_IM_PRIVATE, octets=icao.DH_IM_NONCE)
    session = run(icao.DH_IM, info, icao.INTEGRATED_KEY, given)
    assert keys_of(session) == ("01AFC10CF87BE36D8179E87370171F07", "23F0FBD05FD6C7B8B88F4C8309669061")


WAYS = [
    *(pace_info(Mapping.GENERIC, suite, 13) for suite in Suite),
    *(pace_info(Mapping.INTEGRATED, suite, 13) for suite in Suite),
    *(pace_info(Mapping.CHIP_AUTHENTICATION, suite, 13) for suite in Suite if suite is not Suite.DES3),
    *(pace_info(Mapping.GENERIC, Suite.AES128, number) for number in (0, *range(8, 19))),
    *(pace_info(Mapping.INTEGRATED, Suite.AES192, number) for number in (0, 8, 12, 16, 18)),
    pace_info(Mapping.GENERIC, Suite.DES3, 1),
    pace_info(Mapping.INTEGRATED, Suite.AES256, 2),
]


@pytest.mark.parametrize("info", WAYS, ids=lambda info: f"{info.oid}-{info.parameter_id}")
def test_every_way_opens_the_chip(info: PaceInfo) -> None:
    file = document(Profile(pace=info, signature=False, details=False))
    for key in (file.can, file.mrz_key):
        # The keys of the 2048-bit groups do not fit a short command.
        card = InHand(VirtualDocument(file, extended=True), max_apdu=65544)
        session = pace.open_session(Exchange(card), info, key).session
        assert session.send(SELECT).sw == 0x9000


@pytest.mark.parametrize("key", [Can("000000"), MrzKey("012345", "990517", "390517")])
def test_a_wrong_password_is_refused_after_one_try(key: Can | MrzKey) -> None:
    card = VirtualDocument(document())
    with pytest.raises(AccessDenied) as refusal:
        pace.open_session(Exchange(InHand(card)), G1, key)
    assert (refusal.value.method, card.pace_tries, card.bac_tries) == ("pace", 1, 0)


def test_a_point_of_no_curve_is_refused() -> None:
    with pytest.raises(PointNotOnCurve):
        pace.open_session(Exchange(InHand(hostile(Hostility.POINT_OFF_CURVE))), G1, document().can)


def changed(at: int, answer: str) -> ApduScript:
    """G.1 with another answer to one command."""
    script = list(icao.ECDH_GM)
    script[at] = (script[at][0], answer)
    return ApduScript(script)


@pytest.mark.parametrize(
    ("at", "answer", "error"),
    [
        (0, "6A80", ApduError),
        (1, "7C0480021234" + "9000", ProtocolViolation),
        (1, "6985", ApduError),
        (2, "7C009000", ProtocolViolation),
        (3, "7C43844104" + icao.ECDH_GM[3][0][20:148] + "9000", SessionBroken),  # our own key, reflected
        (4, "7C0A860800000000000000009000", SessionBroken),
        (4, "6300", AccessDenied),
        (4, "63C1", AccessDenied),
    ],
)
def test_a_chip_that_answers_otherwise(at: int, answer: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        pace.open_session(
            Exchange(changed(at, answer)), G1, icao.PACE_KEY, chance=icao.chance(*icao.ECDH_GM_PRIVATE)
        )


def test_tries_told_are_no_refusal() -> None:
    card = changed(0, "63C2")
    pace.open_session(Exchange(card), G1, icao.PACE_KEY, chance=icao.chance(*icao.ECDH_GM_PRIVATE))
    assert not card.left


def test_domain_parameters_are_named_where_they_are_ambiguous() -> None:
    card = ApduScript([("0022C1A412800A04007F0007020204020283010284010D", "6A80")])
    with pytest.raises(ApduError):
        pace.open_session(Exchange(card), G1, Can("123456"), ambiguous=True)


def test_the_best_way_first_and_unknown_ones_left_out() -> None:
    field = pace_info(Mapping.GENERIC, Suite.AES256, 2)
    longer = pace_info(Mapping.INTEGRATED, Suite.AES256, 13)
    no_encoding = pace_info(Mapping.INTEGRATED, Suite.AES128, 10)  # P-224: p ≡ 1 (mod 4)
    own = PaceInfo(G1.oid, True, Mapping.GENERIC, Suite.AES128, 77)
    assert pace.supported((field, G1, no_encoding, longer, own)) == (longer, G1, field)
