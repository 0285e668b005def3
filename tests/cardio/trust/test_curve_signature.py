"""ECDSA by our own arithmetic: RFC 6979's examples, signatures made by OpenSSL, the library on its curves."""

from __future__ import annotations

import hashlib

import pytest
from asn1crypto import algos
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from cardio import curves
from cardio.document_errors import PointNotOnCurve
from cardio.trust import explicit_curves, signatures
from cardio.trust.curve_signature import CurvePublicKey

# RFC 6979, A.2.4 and A.2.5: the message "sample" under SHA-256.
SAMPLES = [
    (
        "P-224",
        "00CF08DA5AD719E42707FA431292DEA11244D64FC51610D94B130D6C",
        "EEAB6F3DEBE455E3DBF85416F7030CBD94F34F2D6F232C69F3C1385A",
        "61AA3DA010E8E8406C656BC477A7A7189895E7E840CDFE8FF42307BA",
        "BC814050DAB5D23770879494F9E0A680DC1AF7161991BDE692B10101",
    ),
    (
        "P-256",
        "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
        "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
        "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    ),
]

MESSAGE = b"IOC"
# Key (SubjectPublicKeyInfo) and signature of MESSAGE, both by OpenSSL 3.0 (`ecparam -genkey`, `dgst -sign`).
BY_OPENSSL = [
    (
        "brainpoolP192r1",
        "sha1",
        (
            "304a301406072a8648ce3d020106092b240303020801010303320004bb31d1463dd659098b4d9290c2bdf9892a99"
            "694e9a37c03f645f3a9e703a2af731a1f006b6237dbc66c266e787f1f644"
        ),
        (
            "3035021869636f97d3eaebbe812feadde8e1249a49b98a100ef4606b021900bb5b8a1ac696f659f8588d690ae087"
            "52575bd1e107a97030"
        ),
    ),
    (
        "brainpoolP224r1",
        "sha256",
        (
            "3052301406072a8648ce3d020106092b2403030208010105033a000492bfafd1de7ca5cc16f7c0942e3759f873ec"
            "c6a4f43ab1081cf5845b41c0d579be2f40be4fb9b47fe3f6547d5289502e62ce3cb7edbce72c"
        ),
        (
            "303c021c685a10af18b8514f48c7a013b0803f16028a08007b2e9dece2447798021c01bd2103a4c8d3dba79c1a7c"
            "ed9442564ba0e94cbf1959e86c13e4ea"
        ),
    ),
    (
        "brainpoolP224r1",
        "sha384",
        (
            "3052301406072a8648ce3d020106092b2403030208010105033a00042cc1ba326f854abb0865a2beb518641050c7"
            "0fe12ba642eaf2f2c196603accb04c0ed19c67ac2ef22d85d385ccdf9b3ef465800c0414bd58"
        ),
        (
            "303c021c5375f5fabe1370b65244640d467dc3e3aa316baa4486105fa1c35317021c6f5caa92887757011e344bde"
            "eb54c29723b15c0cbf69981a9a7c43aa"
        ),
    ),
    (
        "brainpoolP320r1",
        "sha256",
        (
            "306a301406072a8648ce3d020106092b240303020801010903520004b5d2ef840cec1f1d2ff422045762b0487e67"
            "b1a1d85651a85ed5a3402f36defc249cc6f9213ec86c832edce5339197e06c5ee8d22c2e15f06fc69eb7b499da15"
            "d44a24040aeb4a6d00538a30dd70755d"
        ),
        (
            "305402285d591796078de6eda6785b5e417a66bb2053e256323727ecde6d15f8d5a4bd1e47f7387435ef0cb90228"
            "798a1bd135248d831c1c1819d17dcbdd0c9efeb1460c510052648f58feda3ff9e97e18b77334db74"
        ),
    ),
    (
        "brainpoolP320r1",
        "sha384",
        (
            "308201753082011d06072a8648ce3d020130820110020101303406072a8648ce3d0101022900d35e472036bc4fb7"
            "e13c785ed201e065f98fcfa6f6f40def4f92b9ec7893ec28fcd412b1f1b32e27305404283ee30b568fbab0f883cc"
            "ebd46d3f3bb8a2a73513f5eb79da66190eb085ffa9f492f375a97d860eb40428520883949dfdbc42d3ad19864068"
            "8a6fe13f41349554b49acc31dccd884539816f5eb4ac8fb1f1a604510443bd7e9afb53d8b85289bcc48ee5bfe6f2"
            "0137d10a087eb6e7871e2a10a599c710af8d0d39e2061114fdd05545ec1cc8ab4093247f77275e0743ffed117182"
            "eaa9c77877aaac6ac7d35245d1692e8ee1022900d35e472036bc4fb7e13c785ed201e065f98fcfa5b68f12a32d48"
            "2ec7ee8658e98691555b44c59311020101035200041a874a56d472b80a8d85ec9c43fbc4f945df1693008659832d"
            "bfbe22eaf9c217b673af50521186317e35471c35a8c894bda0a0b566480678e9d60fcc116aa694e61148022b937b"
            "cfbf4a60c54b33fe1e"
        ),
        (
            "30550229009082dc0cb87a921ada68684c0643756ea5943562944c5fb14b96b55881a501d083aed9a1ff8f0d8c02"
            "281d5dcecd32df068ca8b796bb5b14638081efe2bcef76ba0a7165a5d9f4ced16c6dd97a177a221079"
        ),
    ),
    (
        "brainpoolP256t1",
        "sha256",
        (
            "305a301406072a8648ce3d020106092b2403030208010108034200046dd868b153f8c1db0a2d448c1b4e3ba65591"
            "e8c2b4b7388c2cdd507d85c48383205899abe83fff36336dab5f864bba3a1d9c1a0db2285a110be0dd9c6fd1b74d"
        ),
        (
            "30440220128a74bf0da2b989746e70036ca9d03af7a53a5acd8399f9c46d8138f951c912022075b5bbf36d4a49d5"
            "fa5077fa6b69d78d754335dabebea03b19abff73b2d87400"
        ),
    ),
    (
        "brainpoolP320t1",
        "sha256",
        (
            "306a301406072a8648ce3d020106092b240303020801010a03520004b01f726df7ab14f3cf9843b3eac3072f878d"
            "11b77da57f595a324781b434c6267ac8e6eeac1f92644d3f197eac0ba033a6ce2b508225d66c5981ca96a89fa18b"
            "ceb4e870dad012d243dff8c8d1199c43"
        ),
        (
            "305402284fc2099f10c9b45b50ed922c5898e04c8c9625f72525cb7810d684f16a5240c7fc3b8fad974e17fd0228"
            "0cb1c049206eaec68f77670256443cc4ccd21eb5b0c8a7f7ca8127b554fba669828ca9d79f539fe3"
        ),
    ),
]


@pytest.mark.parametrize(("name", "x", "y", "r", "s"), SAMPLES)
def test_the_examples_of_rfc_6979(name: str, x: str, y: str, r: str, s: str) -> None:
    key = CurvePublicKey(curves.named(name), (int(x, 16), int(y, 16)))
    assert key.is_valid(int(r, 16), int(s, 16), hashlib.sha256(b"sample").digest())
    assert not key.is_valid(int(r, 16), int(s, 16), hashlib.sha256(b"test").digest())
    assert not key.is_valid(int(s, 16), int(r, 16), hashlib.sha256(b"sample").digest())


@pytest.mark.parametrize(("curve", "hash_name", "spki", "signature"), BY_OPENSSL)
def test_signatures_by_another_implementation(curve: str, hash_name: str, spki: str, signature: str) -> None:
    key = explicit_curves.public_key(bytes.fromhex(spki))
    algorithm = algos.SignedDigestAlgorithm({"algorithm": f"{hash_name}_ecdsa"})
    if isinstance(key, CurvePublicKey):
        assert key.curve.name == curve
    made = bytes.fromhex(signature)
    assert signatures.is_valid(key, algorithm, MESSAGE, made)
    assert not signatures.is_valid(key, algorithm, MESSAGE + b".", made)
    assert not signatures.is_valid(key, algorithm, MESSAGE, made[:-1] + bytes((made[-1] ^ 1,)))
    assert not signatures.is_valid(key, algorithm, MESSAGE, b"\x30\x00")


@pytest.mark.parametrize("hash_kind", [hashes.SHA1(), hashes.SHA256(), hashes.SHA512()])
@pytest.mark.parametrize(
    ("name", "kind"), [("P-256", ec.SECP256R1()), ("brainpoolP512r1", ec.BrainpoolP512R1())]
)
def test_it_agrees_with_the_library(
    name: str, kind: ec.EllipticCurve, hash_kind: hashes.HashAlgorithm
) -> None:
    private = ec.generate_private_key(kind)
    point = private.public_key().public_numbers()
    key = CurvePublicKey(curves.named(name), (point.x, point.y))
    r, s = decode_dss_signature(private.sign(MESSAGE, ec.ECDSA(hash_kind)))
    digest = hashlib.new(hash_kind.name, MESSAGE).digest()
    assert key.is_valid(r, s, digest)
    assert not key.is_valid(r, s + 1, digest)


def test_numbers_that_no_signature_has() -> None:
    curve = curves.named("brainpoolP224r1")
    key = CurvePublicKey(curve, curve.generator)
    for r, s in ((0, 1), (1, 0), (curve.n, 1), (1, curve.n), (curve.n + 1, curve.n + 1)):
        assert not key.is_valid(r, s, bytes(32))
    digest_of_minus_one = (curve.n - 1).to_bytes(28, "big")
    assert not key.is_valid(1, 1, digest_of_minus_one), "the sum is the point at infinity"


def test_a_key_that_is_no_point() -> None:
    curve = curves.named("brainpoolP320r1")
    with pytest.raises(PointNotOnCurve):
        CurvePublicKey.decode(curve, b"\x04" + bytes(80))
