"""The search for plaintext finds it, in either encoding, and nothing where there is none."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.leaks import in_the_clear


def test_plaintext_is_found_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "store.db-wal").write_bytes(b"\x00" + "Đường ngập".encode() + b"\xff")
    (tmp_path / "logs" / "crash.dmp").write_bytes("73914628".encode("utf-16-le"))
    (tmp_path / "store.db").write_bytes(bytes(range(256)))
    found = in_the_clear(tmp_path, ["Đường ngập", "73914628", "absent"])
    assert found == ["crash.dmp: 73914628", "store.db-wal: Đường ngập"]
