"""What a writer writes, its reader reads: any content, through the pairs whose readers are targets."""

from __future__ import annotations

import io
import string
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardio import mrz
from cardio.cccd import dg13
from cardio.curves import named
from cardio.emrtd import dg1, dg2
from cardio.mrz import Format, Mrz
from cardio.piv import (
    biometrics,
    capability,
    chuid,
    discovery,
    key_history,
    objects,
    printed,
    security_object,
)
from cardio.piv.chuid import Chuid
from cardio.piv.printed import PrintedInformation
from cardio.piv.security_object import SecurityObject
from cardio.pkcs11 import frames
from cardio.trust import lds
from desktop_app import jose
from desktop_app.settings import ColourScheme, Language, Mode, ReaderRole, Settings
from desktop_app.vault.slots import KEY_BYTES, Binding, SlotKind, read_slots, seal, unseal, write_slots

FEW = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
BYTES = st.binary(max_size=300)
PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), max_size=40)
KEY = ec.generate_private_key(ec.SECP256R1())


def letters(alphabet: str, least: int, most: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=least, max_size=most)


# --- objects of a staff card ---


@given(st.binary(min_size=16, max_size=16), BYTES, st.none() | st.dates(min_value=date(1000, 1, 1)), BYTES)
def test_card_holder_identifier(guid: bytes, fasc_n: bytes, expires: date | None, signature: bytes) -> None:
    written = Chuid(guid, fasc_n, expires, signature=signature)
    found = chuid.read(chuid.write(written))
    assert replace(found, signed=b"") == written
    assert found.signed == chuid.signed_part(written)


@given(BYTES)
def test_card_capability_container(identifier: bytes) -> None:
    assert capability.read(capability.write(identifier)).card_identifier == identifier


@given(st.builds(PrintedInformation, *[PRINTABLE] * 7))
def test_printed_information(written: PrintedInformation) -> None:
    assert printed.read(printed.write(written)) == written


@given(st.sampled_from([objects.FACE, objects.FINGERPRINTS]), BYTES, st.binary(max_size=200))
def test_biometrics(tag: int, record: bytes, signature: bytes) -> None:
    kind = {objects.FACE: biometrics.FACE, objects.FINGERPRINTS: biometrics.FINGERPRINT}[tag]
    signed = biometrics.signed_part(kind, record, bytes(25), len(signature))
    found = biometrics.read(biometrics.write(signed, signature))
    assert (found.kind, found.record, found.signed, found.signature) == (kind, record, signed, signature)


@given(st.dictionaries(st.integers(0, 255), st.sampled_from(sorted(objects.CONTAINER_IDS.values()))), BYTES)
def test_security_object(tags: dict[int, int], signed: bytes) -> None:
    written = SecurityObject(tags, signed)
    assert security_object.read(security_object.write(written)) == written


@given(st.integers(0, objects.MOST_RETIRED_KEYS))
def test_key_history(count: int) -> None:
    assert len(list(key_history.read(key_history.write(count)).on_card())) == count


@given(st.binary(max_size=16), st.booleans())
def test_discovery(application: bytes, global_primary: bool) -> None:
    found = discovery.read(discovery.write(application, global_primary=global_primary))
    assert (found.application, found.global_pin) == (application, global_primary)


# --- travel documents ---

NAME = letters(string.ascii_uppercase, 1, 8)
NAMES = st.lists(NAME, min_size=1, max_size=2).map(" ".join)
YYMMDD = letters(string.digits, 6, 6)
CODE = letters(string.ascii_uppercase, 1, 3)
NUMBER = letters(string.ascii_uppercase + string.digits, 1, 9)
ZONES = st.builds(
    Mrz, st.sampled_from(Format), letters("IP", 1, 1), CODE, NUMBER, YYMMDD, st.sampled_from(("", "M", "F")),
    YYMMDD, CODE, NAMES, NAMES | st.just(""), letters(string.digits, 0, 14),
)  # fmt: skip


@given(ZONES)
def test_machine_readable_zones(zone: Mrz) -> None:
    assert mrz.read(mrz.write(zone)) == zone
    assert dg1.read(dg1.write(zone)) == zone


@given(BYTES)
def test_faces(rest: bytes) -> None:
    picture = b"\xff\xd8\xff" + rest
    assert dg2.read(dg2.write(picture)).picture == picture


@given(st.dictionaries(st.sampled_from(dg13.Field), st.lists(PRINTABLE.filter(bool), min_size=1, max_size=3)))
def test_citizen_details(values: dict[dg13.Field, list[str]]) -> None:
    written = {name: tuple(parts) for name, parts in values.items()}
    assert dg13.read(dg13.write(written), dg13.ON_PURPOSE).values == written


@given(st.dictionaries(st.integers(1, 16), BYTES, max_size=6))
def test_hashes_of_data_groups(contents: dict[int, bytes]) -> None:
    found = lds.read(lds.write(contents))
    assert found.hashes.keys() == contents.keys()
    assert all(found.covers(number, content) for number, content in contents.items())
    assert not any(found.covers(number, content + b"x") for number, content in contents.items())


@given(st.sampled_from(["P-256", "brainpoolP256r1", "P-521"]), st.integers(1, 2**200))
def test_points(name: str, scalar: int) -> None:
    curve = named(name)
    point = curve.multiply(scalar, curve.generator)
    assert point is not None
    assert curve.decode(curve.encode(point)) == point


# --- the workstation's own ---


@given(st.lists(BYTES, max_size=4))
def test_frames_of_the_pipe(contents: list[bytes]) -> None:
    pipe = io.BytesIO()
    for content in contents:
        frames.send(pipe, content)
    pipe.seek(0)
    assert [frames.receive(pipe) for _ in contents] == contents
    assert frames.receive(pipe) is None


UTF8 = st.text(st.characters(codec="utf-8"), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | UTF8,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(UTF8, inner, max_size=3),
    max_leaves=8,
)


@given(BYTES)
def test_base64url(data: bytes) -> None:
    assert jose.decode_base64url(jose.encode_base64url(data)) == data


@FEW
@given(st.dictionaries(UTF8, JSON, max_size=4))
def test_signed_claims(claims: dict[str, object]) -> None:
    compact = jose.sign(jose.Kind.TAP, claims, KEY)
    key = jose.import_jwk(jose.public_jwk(KEY))
    assert jose.verify(compact, jose.Kind.TAP, key).claims == jose.unverified(compact).claims == claims


@cache
def any_settings() -> st.SearchStrategy[Settings]:
    times = st.times().map(lambda time: f"{time:%H:%M}")
    return st.builds(
        Settings,
        language=st.sampled_from(get_args(Language)),
        reader_roles=st.dictionaries(PRINTABLE, st.sampled_from(get_args(ReaderRole)), max_size=3),
        modes=st.lists(st.sampled_from(get_args(Mode)), max_size=3).map(tuple),
        scanner_port=PRINTABLE,
        idle_minutes=st.integers(-(2**40), 2**40),
        scheme=st.sampled_from(get_args(ColourScheme)),
        text_scale=st.integers(100, 200),
        quiet_from=times,
        quiet_to=times,
        pkcs11_modules=st.lists(UTF8, max_size=3).map(tuple),
        policy=st.just(frozenset()),
    )


@FEW
@given(data=st.data())
def test_settings(tmp_path: Path, data: st.DataObject) -> None:
    written = data.draw(any_settings())
    file = tmp_path / "settings.toml"
    written.save(file)
    assert Settings.load(file, tmp_path / "no-policy.toml") == written


@pytest.mark.parametrize("salted", [False, True])
@FEW
@given(
    key=st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES),
    kind=st.sampled_from(get_args(SlotKind)),
    public=BYTES,
    secret=st.binary(min_size=1, max_size=64),
    account=UTF8,
)
def test_vault(
    tmp_path: Path, salted: bool, key: bytes, kind: SlotKind, public: bytes, secret: bytes, account: str
) -> None:
    to, salt = Binding(account, "w"), b"salt" if salted else None
    slot = seal(key, kind, "0" * 64, public, secret, salt, to)
    file = tmp_path / "vault"
    write_slots(file, to, (slot, slot))
    found = read_slots(file, to)
    assert found == (slot, slot)
    assert unseal(found[0], secret, salt, to) == key
