"""Basic access control against Doc 9303-11, D.3 and D.4, and with wrong keys and answers."""

from __future__ import annotations

import pytest

from cardio.apdu import Command
from cardio.document_errors import AccessDenied, SessionBroken
from cardio.emrtd import bac
from cardio.emrtd.access_keys import MrzKey
from cardio.emrtd.secure_messaging import SecureMessaging
from cardio.errors import ApduError
from cardio.simulator.emrtd import Profile, VirtualDocument
from cardio.transport import Exchange
from tests.support import icao_examples as icao
from tests.support.apdu_script import ApduScript
from tests.support.virtual_documents import InHand, document


def given(length: int) -> bytes:
    """The example's RND.IFD and K.IFD."""
    return bytes.fromhex("781723860C06C226" if length == 8 else "0B795240CB7049B01C19B33E32804F0B")


def opened(*script: tuple[str, str]) -> SecureMessaging:
    """The session of a conversation."""
    return bac.open_session(Exchange(ApduScript(script)), icao.BAC_KEY, given)


def test_d3_keys_and_counter() -> None:
    keys = opened(*icao.BAC_SCRIPT)._keys
    assert keys is not None
    assert keys.encryption.hex().upper() == "979EC13B1CBFE9DCD01AB0FED307EAE5"
    assert keys.mac.hex().upper() == "F1CB1F1FB5ADF208806B89DC579DC1F8"
    assert keys.counter_block.hex().upper() == "887022120C06C226"


def test_d4_reading_ef_com() -> None:
    session = opened(*icao.BAC_SCRIPT, *icao.SECURE_SCRIPT)
    assert session.send(Command(0xA4, 0x02, 0x0C, b"\x01\x1e")).sw == 0x9000
    assert session.send(Command(0xB0, le=4)).data.hex().upper() == "60145F01"
    rest = session.send(Command(0xB0, 0, 4, le=0x12)).data
    assert rest.hex().upper() == "04303130365F36063034303030305C026175"


@pytest.mark.parametrize(
    ("at", "answer", "error"),
    [
        (0, "6D00", ApduError),
        (0, "46089000", ApduError),
        (1, "6300", AccessDenied),
        (1, "6982", AccessDenied),
        (1, "46" * 40 + "9000", SessionBroken),
    ],
)
def test_a_chip_that_answers_otherwise(at: int, answer: str, error: type[Exception]) -> None:
    script = list(icao.BAC_SCRIPT)
    script[at] = (script[at][0], answer)
    with pytest.raises(error):
        opened(*script)


def test_an_answer_for_another_challenge_is_a_replay() -> None:
    other = ApduScript([("0084000008", "00000000000000009000")])
    with pytest.raises(AssertionError, match="nothing more"):
        bac.open_session(Exchange(other), icao.BAC_KEY, given)

    class Recorded:
        """Gives the example's answers to whatever is asked."""

        answers = iter(("00000000000000009000", icao.BAC_SCRIPT[1][1]))

        def transmit(self, command: bytes | bytearray) -> bytes:
            return bytes.fromhex(next(self.answers))

    with pytest.raises(SessionBroken, match="replay"):
        bac.open_session(Exchange(Recorded()), icao.BAC_KEY, given)


def test_the_virtual_chip_opens_to_its_zone_only() -> None:
    file = document(Profile(signature=False, details=False))
    card = VirtualDocument(file)
    assert bac.open_session(Exchange(InHand(card)), file.mrz_key)
    with pytest.raises(AccessDenied):
        bac.open_session(Exchange(InHand(card)), MrzKey("000000001", "990517", "390517"))
    assert (card.bac_tries, card.pace_tries) == (2, 0)
