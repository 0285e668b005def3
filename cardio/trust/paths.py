"""`verify_path`: the valid path from a certificate to an installed anchor (RFC 5280, section 6).

The library that knows the rules is imported at first use (a quarter of a second), fetches nothing and is not
asked about revocation. A path found once is remembered: it stays good while its certificates are valid.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Coroutine, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding

from cardio import certificates
from cardio.certificates import MALFORMED
from cardio.errors import BadSignature, CardError, Expired, ForeignIssuer, NotYetValid, ProtocolViolation
from cardio.redaction import issuer_name
from cardio.trust.purpose import Purpose, check_purpose

T = TypeVar("T")
Path = tuple[x509.Certificate, ...]
_Key = tuple[x509.Certificate, Path, Path]
MOST_REMEMBERED: Final = 16_384


def verify_path(
    leaf: x509.Certificate,
    intermediates: Sequence[x509.Certificate],
    anchors: Sequence[x509.Certificate],
    purpose: Purpose,
    at: datetime,
) -> Path:
    """The path, leaf first, valid at `at` (aware) for `purpose`; revocation is another question.

    Raises ForeignIssuer, BadSignature, Expired, NotYetValid, WrongPurpose, ProtocolViolation (malformed).
    """
    key = (leaf, tuple(intermediates), tuple(anchors))
    path = _remembered.get(key)
    if path is None:
        path = _find(*key, at)
        _remembered.put(key, path)
    for certificate in path:
        if at > certificate.not_valid_after_utc:
            raise Expired(certificate.not_valid_after_utc)
        if at < certificate.not_valid_before_utc:
            raise NotYetValid(certificate.not_valid_before_utc)
    check_purpose(leaf, purpose)
    return path


class _Memory:
    """The paths found last, for any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._paths: OrderedDict[_Key, Path] = OrderedDict()

    def get(self, key: _Key) -> Path | None:
        with self._guard:
            return self._paths.get(key)

    def put(self, key: _Key, path: Path) -> None:
        with self._guard:
            self._paths[key] = path
            if len(self._paths) > MOST_REMEMBERED:
                self._paths.popitem(last=False)


_remembered: Final = _Memory()


def _find(leaf: x509.Certificate, intermediates: Path, anchors: Path, at: datetime) -> Path:
    """Let the library build and validate a path; its exceptions end here, bare AssertionErrors included."""
    from cardio.trust.path_library import errors as library

    try:
        if not anchors:  # the library would take the operating system's
            raise ForeignIssuer(issuer_name(leaf))
        return _ask_library(leaf, intermediates, anchors, at)
    except library.ExpiredError as error:
        raise Expired(error.expired_dt) from None
    except library.NotYetValidError as error:
        raise NotYetValid(error.valid_from) from None
    except (library.PathBuildingError, library.InvalidCertificateError):
        raise ForeignIssuer(issuer_name(certificates.load(_der(leaf)))) from None
    except (library.PathError, library.ValidationError):
        raise _reason(leaf, (*intermediates, *anchors)) from None
    except (*MALFORMED, AssertionError, KeyError, AttributeError, IndexError, RecursionError):
        raise ProtocolViolation("certificate") from None


def _ask_library(leaf: x509.Certificate, intermediates: Path, anchors: Path, at: datetime) -> Path:
    from cardio.trust.asn1 import x509 as asn1
    from cardio.trust.path_library import CertificateValidator, ValidationContext

    given = {_der(certificate): certificate for certificate in (leaf, *intermediates, *anchors)}
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(_der(anchor)) for anchor in anchors],
        other_certs=[asn1.Certificate.load(_der(certificate)) for certificate in intermediates],
        moment=at,
        allow_fetching=False,
        revocation_mode="soft-fail",  # no lists are given: revocation is ours
    )
    validator = CertificateValidator(asn1.Certificate.load(_der(leaf)), validation_context=context)
    path = _finish(validator.async_validate_path())
    found = [path.first, *path] if path.first is not None else list(path)
    return tuple(dict.fromkeys(given[certificate.dump()] for certificate in found))[::-1]


def _finish(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits for anything, on this thread, whether or not a loop runs here."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    work.close()
    raise ProtocolViolation("certificate")


def _reason(leaf: x509.Certificate, others: Path) -> CardError:
    """Why a path that could be built did not hold: a signature, or a rule of the standard."""
    certificate, seen = leaf, {leaf}
    while (issuer := _issuer(certificate, others)) is not None and issuer not in seen:
        try:
            certificate.verify_directly_issued_by(issuer)
        except (*MALFORMED, InvalidSignature, UnsupportedAlgorithm):
            return BadSignature()
        certificate = issuer
        seen.add(issuer)
    return ProtocolViolation("path")


def _issuer(certificate: x509.Certificate, others: Path) -> x509.Certificate | None:
    return next((other for other in others if other.subject == certificate.issuer), None)


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
