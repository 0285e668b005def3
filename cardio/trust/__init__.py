"""Whom to believe: certificate paths and revocation, kept apart.

`purpose`  what a certificate may be used for
`paths`    `verify_path`: from a leaf to an installed anchor, at a given moment
`crl`      `CrlStore`: revocation lists, each verified once, and verdicts
`content_signature` the issuer's signatures on PIV data objects
`lds`      the LDS security object: signed hashes, of PIV and of travel documents alike
`piv_data` what a PIV card's issuer signed: CHUID, security object, biometric records

The certificate-path library is used for paths only and never asked about revocation: in every mode but one it
answers "good" with stale, forged or no lists.
"""

from cardio.trust.crl import CrlRecord, CrlStore, RevocationStatus, RevocationVerdict
from cardio.trust.paths import verify_path
from cardio.trust.purpose import Purpose

__all__ = ["CrlRecord", "CrlStore", "Purpose", "RevocationStatus", "RevocationVerdict", "verify_path"]
