"""The two compact JWS of a journal row: the card's part and the terminal's part."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from cardio.piv import jose_algorithm
from cardio.piv.algorithms import PublicKey
from desktop_app import jose
from desktop_app.api import wire
from desktop_app.domain.attendance import JournalFacts, TapFacts

MOST_KNOWN: Final = 1024


class CardSigner(Protocol):
    """A card's key at hand, with its certificate."""

    @property
    def certificate(self) -> x509.Certificate:
        """The certificate that names the key."""
        ...

    @property
    def public_key(self) -> PublicKey:
        """The certificate's key."""
        ...

    def sign(self, message: bytes) -> bytes:
        """The JOSE signature over ``message``."""
        ...


def card_part(facts: TapFacts, tap: CardSigner) -> str:
    """Return ``card_jws``, signed by the card's own key; raise what the card raises."""
    return jose.assemble(_card_header(tap.certificate), wire.encode_facts(facts), tap.sign)


@lru_cache(maxsize=MOST_KNOWN)
def _card_header(certificate: x509.Certificate) -> jose.EncodedHeader:
    """The header above everything that this certificate's key signs here: always the same."""
    return jose.encode_header(
        {
            "alg": jose_algorithm(certificate.public_key()),
            "typ": str(jose.Kind.TAP),
            "x5t#S256": jose.x5t_s256(certificate),
        }
    )


class TerminalSigner:
    """Signs what the terminal states, with the workstation's key."""

    def __init__(self, key: ec.EllipticCurvePrivateKey) -> None:
        self._key = key
        self._header = {"kid": jose.thumbprint(jose.public_jwk(key))}
        self._above_rows = jose.encode_header({"alg": "ES256", "typ": str(jose.Kind.JOURNAL), **self._header})

    def row(self, facts: JournalFacts) -> str:
        """Return ``terminal_jws``."""
        return jose.assemble(
            self._above_rows, wire.encode_facts(facts), lambda message: jose.es256(self._key, message)
        )

    def checkpoint(self, claims: dict[str, object]) -> str:
        """Return a checkpoint: where the journal stands, said by the terminal."""
        return jose.sign(jose.Kind.CHECKPOINT, claims, self._key, self._header)
