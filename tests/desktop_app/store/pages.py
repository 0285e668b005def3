"""A store's pages in plain, free ones included: decrypted here, without the driver.

SQLCipher 4 with a raw key: AES-256-CBC per page of 4096 bytes; the last 80 hold the IV and an
HMAC-SHA-512; the first 16 of the file are the salt (https://www.zetetic.net/sqlcipher/design/).
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
WAL_HEADER, FRAME_HEADER = 32, 24
"""Of SQLite's write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log)."""


def decrypted_pages(path: Path, key: bytes) -> bytes:
    """Return every page of the file at ``path``, decrypted with the raw ``key``."""
    content = path.read_bytes()
    pages = (content[start : start + PAGE] for start in range(0, len(content), PAGE))
    return b"".join(_decrypt(page, SALT if number == 0 else 0, key) for number, page in enumerate(pages))


def _decrypt(page: bytes, start: int, key: bytes) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[start : PAGE - RESERVED]) + decryptor.finalize()


def decrypted_log(path: Path, key: bytes) -> bytes:
    """Return every page in the write-ahead log beside the file at ``path``, those of old commits included."""
    log = path.with_name(path.name + "-wal")
    content = log.read_bytes()[WAL_HEADER:] if log.exists() else b""
    frames = (content[at : at + FRAME_HEADER + PAGE] for at in range(0, len(content), FRAME_HEADER + PAGE))
    return b"".join(_decrypt(*_page(frame), key) for frame in frames if len(frame) == FRAME_HEADER + PAGE)


def _page(frame: bytes) -> tuple[bytes, int]:
    """Return a frame's page, and where what is encrypted in it begins."""
    return frame[FRAME_HEADER:], SALT if int.from_bytes(frame[:4], "big") == 1 else 0
