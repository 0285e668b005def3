"""Active authentication: RSA (ISO/IEC 9796-2) and ECDSA, with every hash; recorded answers refused."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio import tlv
from cardio.apdu import Command, Response
from cardio.document_errors import ChipNotGenuine
from cardio.emrtd import active_authentication
from cardio.errors import ApduError

RSA = rsa.generate_private_key(public_exponent=65537, key_size=1024)
EC = ec.generate_private_key(ec.BrainpoolP256R1())
TRAILERS = {
    "sha1": b"\xbc",
    "sha224": b"\x38\xcc",
    "sha256": b"\x34\xcc",
    "sha384": b"\x36\xcc",
    "sha512": b"\x35\xcc",
}
ARCS = {
    "1": hashes.SHA1(),
    "2": hashes.SHA224(),
    "3": hashes.SHA256(),
    "4": hashes.SHA384(),
    "5": hashes.SHA512(),
}


def group(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    """DG15 of a key."""
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return tlv.encode(0x6F, public)


def recovered(challenge: bytes, name: str, head: bytes = b"\x6a") -> bytes:
    """A signature of scheme 1."""
    trailer, size = TRAILERS[name], 128
    rest = bytes(size - 1 - hashlib.new(name).digest_size - len(trailer))
    message = head + rest + hashlib.new(name, rest + challenge).digest() + trailer
    return pow(
        int.from_bytes(message, "big"), RSA.private_numbers().d, RSA.public_key().public_numbers().n
    ).to_bytes(size, "big")


@pytest.mark.parametrize("name", TRAILERS)
def test_rsa_with_every_hash(name: str) -> None:
    def send(command: Command) -> Response:
        assert (command.ins, len(command.data)) == (0x88, 8)
        return Response(recovered(bytes(command.data), name), 0x9000)

    active_authentication.authenticate(send, group(RSA), None)


@pytest.mark.parametrize("name", TRAILERS)
def test_rsa_that_gives_the_lesser_of_two(name: str) -> None:
    modulus = RSA.public_key().public_numbers().n
    answers = set()
    for challenge in (bytes((at,)) * 8 for at in range(12)):  # one half is turned round
        signed = int.from_bytes(recovered(challenge, name), "big")
        answer = min(signed, modulus - signed)
        answers.add(answer == signed)
        active_authentication.authenticate(
            lambda _command, answer=answer: Response(answer.to_bytes(128, "big"), 0x9000),  # type: ignore[misc]
            group(RSA),
            None,
            lambda _length, challenge=challenge: challenge,  # type: ignore[misc]
        )
    assert answers == {True, False}


@pytest.mark.parametrize("arc", ARCS)
def test_ecdsa_with_the_hash_that_dg14_names(arc: str) -> None:
    def send(command: Command) -> Response:
        r, s = decode_dss_signature(EC.sign(bytes(command.data), ec.ECDSA(ARCS[arc])))
        return Response(r.to_bytes(32, "big") + s.to_bytes(32, "big"), 0x9000)

    active_authentication.authenticate(send, group(EC), f"0.4.0.127.0.7.1.1.4.1.{arc}")
    other = "1" if arc != "1" else "5"
    with pytest.raises(ChipNotGenuine):
        active_authentication.authenticate(send, group(EC), f"0.4.0.127.0.7.1.1.4.1.{other}")


@pytest.mark.parametrize(
    "answer",
    [
        recovered(bytes(8), "sha256"),  # of another challenge
        recovered(b"challeng", "sha256", head=b"\x4b"),
        recovered(b"challeng", "sha256")[1:],
        b"\xff" * 128,
        bytes(128),
        b"",
    ],
)
def test_rsa_answers_that_prove_nothing(answer: bytes) -> None:
    with pytest.raises(ChipNotGenuine) as refusal:
        active_authentication.authenticate(
            lambda _command: Response(answer, 0x9000), group(RSA), None, lambda _length: b"challeng"
        )
    assert refusal.value.method == "active_authentication"


@pytest.mark.parametrize("answer", [b"", b"x", bytes(64), b"\x01" * 64])
def test_ecdsa_answers_that_prove_nothing(answer: bytes) -> None:
    with pytest.raises(ChipNotGenuine):
        active_authentication.authenticate(lambda _command: Response(answer, 0x9000), group(EC), None)


def test_a_chip_that_will_not() -> None:
    with pytest.raises(ApduError):
        active_authentication.authenticate(lambda _command: Response(b"", 0x6985), group(RSA), None)
