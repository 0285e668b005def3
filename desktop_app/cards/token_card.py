"""A token as a card to sign in with: which of its certificates is for what, and its keys by PIV's roles.

Makers number their keys as they like, so a certificate is chosen by what it says it may be used for, and
what a key is for is kept under the slot that PIV has for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec, rsa

from cardio.errors import CardError, ObjectMissing, PinFormat, TokenCannot
from cardio.piv import Slot
from cardio.piv.algorithms import PublicKey
from cardio.trust import Purpose
from cardio.trust.purpose import check_purpose
from desktop_app.cards.presented_card import PresentedCard
from desktop_app.vault.vault import CardKeys, CardUnsuitable, check_suitable

if TYPE_CHECKING:
    from cryptography import x509

    from cardio.pkcs11 import OpenToken, Token, TokenCertificate

LONGEST_PIN = 64
Trusted = Callable[["x509.Certificate"], bool]


@dataclass(frozen=True)
class TokenCard(PresentedCard):
    """A token as read: ``key_ids`` are its maker's names of the keys, ``token`` what it says of itself."""

    key_ids: Mapping[Slot, bytes] = field(repr=False)
    token: Token


class TokenKeys:
    """The keys of a token that is logged in; satisfies ``cardio.keys.SlotKeys``."""

    def __init__(self, token: OpenToken, key_ids: Mapping[Slot, bytes]) -> None:
        self._token = token
        self._key_ids = key_ids

    def sign(self, slot: Slot, public_key: PublicKey, message: bytes) -> bytes:
        """Return the JOSE signature; raise ``CardError``."""
        return self._token.sign(self._key_ids[slot], public_key, message)

    def agree(self, slot: Slot, peer: ec.EllipticCurvePublicKey) -> bytes:
        """Return Z; raise ``CardError``."""
        return self._token.agree(self._key_ids[slot], peer)

    def decipher_oaep(self, slot: Slot, public_key: rsa.RSAPublicKey, ciphertext: bytes) -> bytes:
        """Return the message; raise ``CardError``."""
        if len(ciphertext) != public_key.key_size // 8:
            raise TokenCannot("ciphertext")
        return self._token.decipher_oaep(self._key_ids[slot], ciphertext)


def token_card(token: Token, held: Sequence[TokenCertificate], trusted: Trusted) -> TokenCard:
    """Choose among a token's certificates; ``trusted`` tells which lead to an anchor of ours.

    Raises ``ObjectMissing`` where none is for signing in, ``TokenCannot`` without a mechanism to sign.
    """
    if not token.signs:
        raise TokenCannot("signature")
    fitting = [one for one in held if _is_for(one.certificate, Purpose.STAFF_SIGN_IN)]
    if not fitting:
        raise ObjectMissing(Slot.AUTHENTICATION.certificate_tag)
    own = next((one for one in fitting if trusted(one.certificate)), fitting[0])
    wrapping = _wrapping(token, own, (one for one in held if one is not own))
    key_ids = {Slot.AUTHENTICATION: own.key_id}
    if wrapping is not None:
        key_ids[Slot.KEY_MANAGEMENT] = wrapping.key_id
    return TokenCard(
        authentication=own.certificate,
        key_management=wrapping.certificate if wrapping else None,
        tries_left=0 if token.blocked else 1 if token.last_try else None,
        pin_pad=token.pin_pad,
        key_ids=key_ids,
        token=token,
    )


def check_token_pin(pin: bytearray) -> None:
    """Raise ``PinFormat`` for what no token takes; nothing was sent then. Its own limits it tells itself."""
    if any(not 0x20 <= character <= 0x7E for character in pin):
        raise PinFormat("characters")
    if not 1 <= len(pin) <= LONGEST_PIN:
        raise PinFormat("length")


def _wrapping(
    token: Token, own: TokenCertificate, others: Iterable[TokenCertificate]
) -> TokenCertificate | None:
    """The certificate whose key the vault may be wrapped for, with a mechanism that the token lists."""
    for one in others:
        curve = isinstance(one.certificate.public_key(), ec.EllipticCurvePublicKey)
        if token.agrees if curve else token.deciphers:
            with suppress(CardUnsuitable):
                check_suitable(CardKeys(own.certificate, one.certificate))
                return one
    return None


def _is_for(certificate: x509.Certificate, purpose: Purpose) -> bool:
    try:
        check_purpose(certificate, purpose)
    except CardError:
        return False
    return True
