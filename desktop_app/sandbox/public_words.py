"""The words of the citizen's page, Vietnamese and English, total over phases, outcomes and steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.attachments import Moment
from desktop_app.domain.phases import Phase
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import Command

C = Command


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the page says in one language; ``steps`` are the commands it tells of."""

    city: str
    other_label: str
    answer: str
    answered_by: str
    report: str
    unchecked: str
    place: str
    progress: str
    question: str
    reply_until: str
    reason: str
    no_reply: str
    original: str
    received: str
    footer: str
    phases: dict[Phase, str]
    outcomes: dict[Outcome, str]
    steps: dict[Command, str]
    moments: dict[Moment, str]


VI: Final = Words(
    city="Thành phố Huế",
    other_label="English",
    answer="Trả lời",
    answered_by="{unit}, công bố ngày {date}",
    report="Nội dung phản ánh",
    unchecked="Phản ánh đã được tiếp nhận. Nội dung sẽ hiển thị sau khi được kiểm tra.",
    place="Địa điểm",
    progress="Tiến trình",
    question="Cần Ông/Bà bổ sung",
    reply_until="Xin bổ sung đến hết ngày {date}.",
    reason="Lý do không tiếp nhận",
    no_reply="Đã hết thời hạn bổ sung thông tin.",
    original="Nội dung này đã có người phản ánh trước. Kết quả xem tại phản ánh {code}.",
    received="Tiếp nhận phản ánh",
    footer="Môi trường tập huấn: dữ liệu minh họa. Trang không hiển thị thông tin người phản ánh.",
    phases={
        Phase.RECEIVED: "Đã tiếp nhận",
        Phase.IN_PROGRESS: "Đang xử lý",
        Phase.AWAITING_CITIZEN: "Chờ ông/bà bổ sung",
        Phase.RESOLVED: "Đã xử lý",
        Phase.NOT_ACCEPTED: "Không tiếp nhận",
        Phase.DUPLICATE: "Đã có phản ánh trước",
        Phase.RECONSIDERED: "Đang xem xét lại",
    },
    outcomes={
        Outcome.FIXED: "Đã khắc phục",
        Outcome.PLANNED: "Có kế hoạch",
        Outcome.NOT_FIXED: "Không khắc phục được",
    },
    steps={
        C.VERIFY: "Kiểm tra thông tin",
        C.REJECT: "Không tiếp nhận",
        C.MARK_DUPLICATE: "Ghép với phản ánh trước",
        C.DISTRIBUTE: "Chuyển đơn vị xử lý",
        C.ACCEPT: "Đơn vị bắt đầu xử lý",
        C.HAND_DOWN: "Giao đơn vị cấp dưới",
        C.ASK_CITIZEN: "Đề nghị bổ sung thông tin",
        C.REPLY: "Đã nhận thông tin bổ sung",
        C.EXPIRE: "Hết thời hạn bổ sung",
        C.DECIDE_EXTENSION: "Quyết định về gia hạn",
        C.PUBLISH: "Công bố kết quả",
        C.CLOSE: "Kết thúc",
        C.REQUEST_REOPEN: "Có yêu cầu xem xét lại",
        C.DECIDE_REOPEN: "Quyết định về yêu cầu xem xét lại",
    },
    moments={Moment.BEFORE: "Ảnh trước khi xử lý", Moment.AFTER: "Ảnh sau khi xử lý"},
)

EN: Final = Words(
    city="Huế City",
    other_label="Tiếng Việt",
    answer="Answer",
    answered_by="{unit}, published on {date}",
    report="What was reported",
    unchecked="The report has been received. Its text is shown here once it has been checked.",
    place="Place",
    progress="Progress",
    question="We need to know more",
    reply_until="Please reply by {date}.",
    reason="Why it was not accepted",
    no_reply="The time for sending the missing information has run out.",
    original="This has been reported before. See report {code} for the result.",
    received="Report received",
    footer="Training environment: sample data. This page never shows who reported.",
    phases={
        Phase.RECEIVED: "Received",
        Phase.IN_PROGRESS: "Being handled",
        Phase.AWAITING_CITIZEN: "Waiting for your answer",
        Phase.RESOLVED: "Handled",
        Phase.NOT_ACCEPTED: "Not accepted",
        Phase.DUPLICATE: "Reported before",
        Phase.RECONSIDERED: "Being reconsidered",
    },
    outcomes={
        Outcome.FIXED: "Fixed",
        Outcome.PLANNED: "Planned",
        Outcome.NOT_FIXED: "Cannot be fixed",
    },
    steps={
        C.VERIFY: "Information checked",
        C.REJECT: "Not accepted",
        C.MARK_DUPLICATE: "Joined with an earlier report",
        C.DISTRIBUTE: "Passed to the unit in charge",
        C.ACCEPT: "Work has begun",
        C.HAND_DOWN: "Passed to a local unit",
        C.ASK_CITIZEN: "More information asked for",
        C.REPLY: "Information received",
        C.EXPIRE: "Time for the information ran out",
        C.DECIDE_EXTENSION: "Extension decided",
        C.PUBLISH: "Result published",
        C.CLOSE: "Closed",
        C.REQUEST_REOPEN: "Reconsideration asked for",
        C.DECIDE_REOPEN: "Reconsideration decided",
    },
    moments={Moment.BEFORE: "Photo before the work", Moment.AFTER: "Photo after the work"},
)


def words_in(language: str) -> Words:
    """Return the words of ``language``; anything but English is Vietnamese."""
    return EN if language == "en" else VI
