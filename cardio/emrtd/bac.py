"""Basic access control (Doc 9303-11, 4.3): the chip opens to who has read its machine-readable zone."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Final

from cardio import apdu
from cardio.apdu import Command
from cardio.document_errors import AccessDenied, SessionBroken
from cardio.emrtd.access_keys import MrzKey
from cardio.emrtd.secure_messaging import SecureMessaging, SessionKeys
from cardio.emrtd.symmetric import ENCRYPTION, MAC, Suite, same
from cardio.errors import ApduError
from cardio.transport import Exchange

GET_CHALLENGE: Final = 0x84
EXTERNAL_AUTHENTICATE: Final = 0x82
CHALLENGE_LENGTH: Final = 8
KEY_LENGTH: Final = 16
CRYPTOGRAM_LENGTH: Final = 32
ANSWER_LENGTH: Final = 40

Random = Callable[[int], bytes]


def open_session(exchange: Exchange, key: MrzKey, random: Random = secrets.token_bytes) -> SecureMessaging:
    """Authenticate to the selected application and start secure messaging (3DES).

    Raises AccessDenied when the chip refuses the key, SessionBroken when its own proof is wrong.
    """
    suite = Suite.DES3
    encryption, mac = suite.derive(key.seed, ENCRYPTION), suite.derive(key.seed, MAC)
    challenge = _challenge(exchange)
    nonce, secret = random(CHALLENGE_LENGTH), random(KEY_LENGTH)
    cryptogram = suite.encrypt(encryption, nonce + challenge + secret)
    answer = _authenticate(exchange, cryptogram + suite.token(mac, cryptogram))
    if not same(suite.token(mac, answer[:CRYPTOGRAM_LENGTH]), answer[CRYPTOGRAM_LENGTH:]):
        raise SessionBroken("mac")
    plain = suite.decrypt(encryption, answer[:CRYPTOGRAM_LENGTH])
    if not same(plain[: 2 * CHALLENGE_LENGTH], challenge + nonce):
        raise SessionBroken("replay")
    seed = bytes(a ^ b for a, b in zip(secret, plain[2 * CHALLENGE_LENGTH :], strict=True))
    counter = int.from_bytes(challenge[4:] + nonce[4:], "big")
    return SecureMessaging(exchange, SessionKeys.derive(suite, seed, counter))


def _challenge(exchange: Exchange) -> bytes:
    answer = exchange.send(Command(GET_CHALLENGE, le=CHALLENGE_LENGTH))
    if answer.sw != apdu.OK or len(answer.data) != CHALLENGE_LENGTH:
        raise ApduError(answer.sw, GET_CHALLENGE)
    return answer.data


def _authenticate(exchange: Exchange, data: bytes) -> bytes:
    answer = exchange.send(Command(EXTERNAL_AUTHENTICATE, data=data, le=ANSWER_LENGTH))
    if answer.sw != apdu.OK or len(answer.data) != ANSWER_LENGTH:
        raise AccessDenied("bac")
    return answer.data
