"""Whom to believe: certificate paths and revocation, kept apart.

`purpose`  what a certificate may be used for
`paths`    `verify_path`: from a leaf to an installed anchor, at a given moment
`crl`      `CrlStore`: revocation lists, each verified once, and verdicts
`content_signature` the issuer's signatures on PIV data objects
`asn1`, `path_library` the doors to the two libraries, safe for several threads
`lds`, `lds_schema` the LDS security object: signed hashes, of PIV and of travel documents alike
`piv_data` what a PIV card's issuer signed: CHUID, security object, biometric records
`explicit_curves` public keys, written-out curves mapped to the named ones
`curve_signature` ECDSA verified on the curves that the library lacks
`signatures` signatures by the algorithm that ASN.1 names
`document_certificate` certificates of travel documents
`csca`, `csca_crl` country signing certificates as anchors, and their revocation lists
`cms`      signed data; `sod`: a document's signed hashes; `master_list`: lists of country certificates

The certificate-path library is used for paths only and never asked about revocation: in every mode but one it
answers "good" with stale, forged or no lists.
"""

from cardio.trust.crl import CrlRecord, CrlStore, RevocationStatus, RevocationVerdict
from cardio.trust.paths import verify_path
from cardio.trust.purpose import Purpose

__all__ = ["CrlRecord", "CrlStore", "Purpose", "RevocationStatus", "RevocationVerdict", "verify_path"]
