"""A store's pages in plain, free ones included: decrypted here, without the driver.

SQLCipher 4 with a raw key: AES-256-CBC per page of 4096 bytes; the last 80 hold the IV and an
HMAC-SHA-512; the first 16 of the file are the salt (https://www.zetetic.net/sqlcipher/design/).
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16


def decrypted_pages(path: Path, key: bytes) -> bytes:
    """Return every page of the file at ``path``, decrypted with the raw ``key``."""
    content = path.read_bytes()
    pages = (content[start : start + PAGE] for start in range(0, len(content), PAGE))
    return b"".join(_decrypt(page, key, SALT if number == 0 else 0) for number, page in enumerate(pages))


def _decrypt(page: bytes, key: bytes, start: int) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[start : PAGE - RESERVED]) + decryptor.finalize()
