"""A citizen card as a bare script: the fewest APDUs that bring DG1, DG13 and the security object, verified.

Written from Doc 9303-10 and -11 with nothing of ours, so that it can be a peer: PACE-ECDH-GM-AES-128 on
brainpoolP256r1 and nothing else, no errors foreseen, no anchors, no screen.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from asn1crypto import cms, core
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

from tests.benchmarks.bare_tap import Contacts

P: Final = 0xA9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377
A: Final = 0x7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9
N: Final = 0xA9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7
G: Final = (
    0x8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262,
    0x547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997,
)
OID: Final = bytes.fromhex("04007F00070202040202")
APPLICATION: Final = bytes.fromhex("A0000002471001")
DG1, DG13, SOD = 0x81, 0x8D, 0x9D  # P1 of READ BINARY with a short identifier
BLOCK: Final = 0xDF
Point = tuple[int, int]


def read(card: Contacts, can: str) -> bytes:
    """Return DG13 of the card, its hash and DG1's compared with those that the security object signs."""
    _ask(card, bytes.fromhex("00B09C0000"))  # EF.CardAccess, which says what is known here already
    channel = _Channel(card, *_pace(card, can))
    channel.send(0xA4, 0x04, 0x0C, APPLICATION, None)
    first = channel.file(DG1)
    signed = channel.file(SOD)
    details = channel.file(DG13)
    _verify(signed, {1: first, 13: details})
    return details


def _pace(card: Contacts, can: str) -> tuple[bytes, bytes]:
    head = bytes((0x80, len(OID))) + OID + b"\x83\x01\x02"
    _ask(card, bytes((0, 0x22, 0xC1, 0xA4, len(head))) + head)
    sealed = _step(card, b"", 0x10)
    password = hashlib.sha1(can.encode() + b"\x00\x00\x00\x03").digest()[:16]
    nonce = int.from_bytes(_aes(password, bytes(16), sealed, seal=False), "big")
    mine = secrets.randbelow(N - 1) + 1
    theirs = _point(_step(card, _tlv(0x81, _octets(_multiply(mine, G))), 0x10))
    mapped = _add(_multiply(nonce, G), _multiply(mine, theirs))
    own = secrets.randbelow(N - 1) + 1
    sent = _octets(_multiply(own, mapped))
    got = _step(card, _tlv(0x83, sent), 0x10)
    shared = _multiply(own, _point(got))[0].to_bytes(32, "big")
    encryption, mac = (hashlib.sha1(shared + bytes((0, 0, 0, n))).digest()[:16] for n in (1, 2))
    token = _step(card, _tlv(0x85, _mac(mac, _key_object(got))), 0x00)
    if token != _mac(mac, _key_object(sent)):
        raise RuntimeError("token")
    return encryption, mac


def _key_object(point: bytes) -> bytes:
    return b"\x7f\x49" + _length(_tlv(0x06, OID) + _tlv(0x86, point))


def _step(card: Contacts, data: bytes, cla: int) -> bytes:
    body = _tlv(0x7C, data)
    answer = _ask(card, bytes((cla, 0x86, 0, 0, len(body))) + body + b"\x00")
    return _content(_content(answer))


class _Channel:
    """Secure messaging, AES-128 (Doc 9303-11, 9.8)."""

    def __init__(self, card: Contacts, encryption: bytes, mac: bytes) -> None:
        self._card, self._encryption, self._mac, self._counter = card, encryption, mac, 0

    def file(self, parameter: int) -> bytes:
        data = self.send(0xB0, parameter, 0, b"", 0)
        whole = _header(data) + _announced(data)
        while len(data) < whole:
            left = min(BLOCK, whole - len(data))
            data += self.send(0xB0, len(data) >> 8, len(data) & 0xFF, b"", left)
        return data

    def send(self, ins: int, p1: int, p2: int, data: bytes, le: int | None) -> bytes:
        header = bytes((0x0C, ins, p1, p2))
        block = self._next()
        body = _tlv(0x87, b"\x01" + self._crypt(block, _pad(data), seal=True)) if data else b""
        body += b"" if le is None else bytes((0x97, 1, le))
        checksum = _mac(self._mac, _pad(block + _pad(header) + body))
        body += _tlv(0x8E, checksum)
        answer = _ask(self._card, header + bytes((len(body),)) + body + b"\x00")
        block = self._next()
        if answer[-8:] != _mac(self._mac, _pad(block + answer[:-10])):
            raise RuntimeError("checksum")
        if answer[0] != 0x87:
            return b""
        plain = self._crypt(block, _content(answer)[1:], seal=False)
        return plain[: plain.rindex(b"\x80")]

    def _next(self) -> bytes:
        self._counter += 1
        return self._counter.to_bytes(16, "big")

    def _crypt(self, block: bytes, data: bytes, *, seal: bool) -> bytes:
        vector = Cipher(algorithms.AES(self._encryption), modes.ECB()).encryptor().update(block)
        return _aes(self._encryption, vector, data, seal=seal)


def _verify(security_object: bytes, groups: dict[int, bytes]) -> None:
    signed = cms.ContentInfo.load(_content(security_object))["content"]
    signer = signed["signer_infos"][0]
    content = signed["encap_content_info"]["content"].native
    hashed = core.Sequence.load(content)[2]
    listed = {
        int(one[0].native): one[1].native for one in core.SequenceOf.load(hashed.dump(), spec=core.Sequence)
    }
    for number, data in groups.items():
        if hashlib.sha256(data).digest() != listed[number]:
            raise RuntimeError(f"DG{number}")
    attributes = b"\x31" + signer["signed_attrs"].dump()[1:]
    if hashlib.sha256(content).digest() not in attributes:
        raise RuntimeError("digest")
    key = x509.load_der_x509_certificate(signed["certificates"][0].chosen.dump()).public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError(type(key).__name__)
    key.verify(signer["signature"].native, attributes, ec.ECDSA(hashes.SHA256()))


# --- the curve, affine, as in a textbook


def _add(one: Point | None, two: Point | None) -> Point:
    if one is None or two is None:
        return one or two or G
    if one == two:
        slope = (3 * one[0] * one[0] + A) * pow(2 * one[1], -1, P)
    else:
        slope = (two[1] - one[1]) * pow(two[0] - one[0], -1, P)
    x = (slope * slope - one[0] - two[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


def _multiply(factor: int, point: Point) -> Point:
    total: Point | None = None
    for bit in format(factor % N, "b"):
        total = _add(total, total) if total else None
        total = _add(total, point) if bit == "1" else total
    return total or G


def _point(octets: bytes) -> Point:
    return int.from_bytes(octets[1:33], "big"), int.from_bytes(octets[33:], "big")


def _octets(point: Point) -> bytes:
    return b"\x04" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


# --- octets


def _ask(card: Contacts, command: bytes) -> bytes:
    answer = card.transmit(command)
    if answer[-2:] not in {b"\x90\x00", b"\x62\x82"}:
        raise RuntimeError(answer[-2:].hex())
    return answer[:-2]


def _mac(key: bytes, data: bytes) -> bytes:
    made = CMAC(algorithms.AES(key))
    made.update(data)
    return made.finalize()[:8]


def _aes(key: bytes, vector: bytes, data: bytes, *, seal: bool) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector))
    return (cipher.encryptor() if seal else cipher.decryptor()).update(data)


def _pad(data: bytes) -> bytes:
    return data + b"\x80" + bytes(-(len(data) + 1) % 16)


def _tlv(tag: int, value: bytes) -> bytes:
    return bytes((tag,)) + _length(value)


def _length(value: bytes) -> bytes:
    return (bytes((len(value),)) if len(value) < 0x80 else bytes((0x81, len(value)))) + value


def _header(data: bytes) -> int:
    return 2 if data[1] < 0x80 else 2 + (data[1] & 0x7F)


def _announced(data: bytes) -> int:
    return data[1] if data[1] < 0x80 else int.from_bytes(data[2 : _header(data)], "big")


def _content(data: bytes) -> bytes:
    return data[_header(data) : _header(data) + _announced(data)]
