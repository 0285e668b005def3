"""Every role has a journey, from the day's first screen to the end of its work, under names of its own."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from desktop_app.domain.roles import Role
from desktop_app.sandbox.demo_cards import DEMO_CARDS, CardState
from ui.gallery import at_readers, forged, unsent, visits
from ui.gallery.colliding import Collision
from ui.tour.centre import Centre
from ui.tour.notes import COLLEAGUE
from ui.tour.stage import Stage

_ENDS = {
    "Điều phối viên": "dispatcher-distributed",
    "Người xử lý": "answer-submitted",
    "Đơn vị phối hợp": "partner-contributed",
    "Phòng chuyên môn của phường": "office-submitted",
    "Lãnh đạo duyệt": "approvals-signed",
    "Người công bố": "publisher-published",
    "Giám sát": "urged",
    "Tổng đài viên": "shift",
    "Tổng đài viên ca sau": "shift-taken",
}
"""Where a role's main work is done."""


def test_every_card_that_works_has_its_journey() -> None:
    seated = {card.role for card, _ in visits.PEOPLE} | {COLLEAGUE.role}
    assert seated == {card.label_vi for card in DEMO_CARDS if card.state is CardState.VALID}
    roles = {card.label_vi: card.role for card in DEMO_CARDS}
    assert {roles[card.role] for card, _ in visits.PEOPLE} == {role.value for role in Role}


def test_a_journey_reaches_the_end_of_the_work() -> None:
    journeys = {card.role: [view.name for view in views()] for card, views in visits.PEOPLE}
    assert {role: end for role, end in _ENDS.items() if end not in journeys[role]} == {}


def test_no_two_views_have_one_name(tmp_path: Path) -> None:
    collision, centre = Collision(Stage(tmp_path / "gallery")), Centre(tmp_path / "centre")
    told = chain(
        visits.before_enrolment(), visits.door(), at_readers.door(),
        collision.before(), collision.taps(), collision.after(), unsent.cut_off(centre),
        *(views() for _, views in visits.PEOPLE),
        visits.kiosk(), at_readers.at_kiosk(), visits.lane(),
    )  # fmt: skip
    names = [view.name for view in told]
    assert len(names) == len(set(names)), "pictures of one would lie over the other's"
    assert next(forged.receipts(centre)).name not in names
