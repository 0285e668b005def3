"""A handler at work with photos on a report, as the centre told of them and as they were looked at before."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from desktop_app.domain.attachments import Attachment, Variant, attachment_id, sha256_of
from desktop_app.domain.report import Report
from tests.support.photographs import phone_photo
from tests.ui.seated import Workplace


def lay(
    work: Workplace,
    report: Report,
    content: bytes,
    hours: int,
    *,
    kept: bool = True,
    redacts: str | None = None,
    media_type: str = "image/jpeg",
    name: str = "",
) -> Attachment:
    """Put a file on ``report`` as the feed tells it, hours after it was given out; ``kept``: it is here."""
    sha256 = sha256_of(content)
    at = (report.distributed_at or report.received_at) + timedelta(hours=hours)
    made = Attachment(
        id=attachment_id(report.id, sha256), report_id=report.id, sha256=sha256, copy_sha256=sha256,
        size=len(content), media_type=media_type, name=name or f"{sha256[:6]}.jpg", by="p", by_name="An",
        at=at, version=5 + hours, redacts=redacts,
    )  # fmt: skip
    with work.store.write() as tx:
        work.store.attachments.put(tx, msgspec.to_builtins(made))
    if kept:
        work.store.attachments.keep(made.id, Variant.COPY, content)
    return made


@pytest.fixture
def report(workplace: Workplace) -> Report:
    """A report in progress with a photo from before the work and one from after."""
    found = workplace.first("in_progress")
    lay(workplace, found, phone_photo(), -2)
    lay(workplace, found, phone_photo(600, 400), 3)
    return found
