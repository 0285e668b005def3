"""The certificate container 53{70 certificate, 71 info, FE} (SP 800-73-5 part 1), read and written."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import certificates, tlv
from cardio.errors import AnswerTooLong, ProtocolViolation
from cardio.piv import objects

GZIP: Final = 0x01
LARGEST_CERTIFICATE: Final = 16 * 1024
MOST_KNOWN: Final = 1024
_GZIP_WINDOW: Final = 31  # zlib's code for "gzip header expected"


def read(content: bytes) -> x509.Certificate:
    """The certificate in the value of the data object (without tag 53).

    Raises ProtocolViolation for anything malformed, AnswerTooLong for one that inflates beyond all measure,
    UnsupportedKey for a key that cannot even be read.
    """
    fields = dict(tlv.elements(content))
    der = fields.get(objects.CERTIFICATE, b"")
    if (fields.get(objects.CERTIFICATE_INFO, b"\0") or b"\0")[0] & GZIP:
        der = _inflate(der)
    return _decoded(der)


@lru_cache(maxsize=MOST_KNOWN)
def _decoded(der: bytes) -> x509.Certificate:
    """The certificate of these very bytes: a card comes back every day, and decoding it whole takes time."""
    return certificates.load(der)


def write(certificate: x509.Certificate, *, compress: bool = False) -> bytes:
    """The whole data object, tag 53 included."""
    return write_der(certificate.public_bytes(Encoding.DER), compress=compress)


def write_der(der: bytes, *, compress: bool = False) -> bytes:
    """The whole data object around an encoded certificate, tag 53 included."""
    if compress:
        packer = zlib.compressobj(wbits=_GZIP_WINDOW)
        der = packer.compress(der) + packer.flush()
    content = tlv.encode(objects.CERTIFICATE, der) + tlv.encode(
        objects.CERTIFICATE_INFO, bytes((GZIP if compress else 0,))
    )
    return tlv.encode(objects.DATA, content + tlv.encode(objects.ERROR_DETECTION, b""))


def _inflate(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=_GZIP_WINDOW)
    try:
        der = unpacker.decompress(packed, LARGEST_CERTIFICATE + 1)
    except zlib.error:
        raise ProtocolViolation("certificate") from None
    if len(der) > LARGEST_CERTIFICATE:
        raise AnswerTooLong("inflated")
    return der
