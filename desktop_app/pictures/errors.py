"""Why a picture or document is not taken, or not shown. Each carries data; sentences: ``ui.wording``."""

from __future__ import annotations

from typing import ClassVar


class PictureError(Exception):
    """A picture cannot be used."""

    code: ClassVar[str] = "picture_corrupt"


class PictureCorrupt(PictureError):
    """The bytes are no whole JPEG, PNG or WebP."""

    code = "picture_corrupt"


class PictureTooLarge(PictureError):
    """Decoded it would take more memory than any photo needs; nothing of it was decoded."""

    code = "picture_too_large"

    def __init__(self, megapixels: int) -> None:
        super().__init__(megapixels)
        self.megapixels = megapixels


class PictureTooComplex(PictureError):
    """It is built to keep a computer busy: more passes over its pixels than any camera writes."""

    code = "picture_too_complex"


class DocumentError(Exception):
    """A document cannot be shown."""

    code: ClassVar[str] = "document_corrupt"


class DocumentCorrupt(DocumentError):
    """The bytes are no whole PDF, or its reader ended over them."""

    code = "document_corrupt"


class DocumentLocked(DocumentError):
    """The PDF is encrypted: it asks for a password."""

    code = "document_locked"


class DocumentTooSlow(DocumentError):
    """A page was not drawn in the time that any honest page needs."""

    code = "document_too_slow"


class KindNotShown(DocumentError):
    """A file of a kind that is not shown here; nothing of it was opened."""

    code = "kind_not_shown"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
