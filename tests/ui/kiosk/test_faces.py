"""What a tap looks and sounds like: never told by colour alone."""

import pytest

from desktop_app.domain.attendance import WELCOME, Direction, LocalVerdict, TapKind
from desktop_app.news import TapFailed
from tests.support.taps import AT, tap
from ui.kiosk.faces import Face, Shape, Sound, face_of, face_of_failure, refusal_line
from ui.language import Language, install
from ui.theme import KIOSK

REFUSED = [verdict for verdict in LocalVerdict if verdict not in WELCOME]


def test_in_and_out() -> None:
    coming, going = face_of(tap()), face_of(tap(direction=Direction.OUT))
    assert (coming.word, coming.shape, coming.colour, coming.sound) == (
        "IN",
        Shape.DOWN,
        KIOSK.coming,
        Sound.IN,
    )
    assert (going.word, going.shape, going.colour, going.sound) == ("OUT", Shape.UP, KIOSK.going, Sound.OUT)
    assert (coming.name, coming.time) == ("Hương N. T.", "07:15:30")


def test_the_words_on_the_wall_are_vietnamese() -> None:
    install(Language.VIETNAMESE)
    assert face_of(tap()).word == "VÀO"
    assert face_of(tap(direction=Direction.OUT)).word == "RA"
    assert face_of(tap(TapKind.TAP_REPEATED)).word == "ĐÃ GHI"


def test_an_old_revocation_list_keeps_nobody_out() -> None:
    assert face_of(tap(verdict=LocalVerdict.LIST_STALE)).word == "IN"


def test_repeated_says_what_was_recorded() -> None:
    face = face_of(tap(TapKind.TAP_REPEATED, direction=Direction.OUT))
    assert (face.word, face.sound) == ("RECORDED", Sound.REPEATED)
    assert "OUT" in face.line


def test_without_a_direction_it_is_just_recorded() -> None:
    assert face_of(tap(direction=None)).word == "RECORDED"


def test_a_quick_turn_asks_for_attention() -> None:
    face = face_of(tap(direction=Direction.OUT, confirm=True))
    assert face.sound is Sound.ATTENTION
    assert "F2" in face.line


@pytest.mark.parametrize("verdict", REFUSED)
def test_a_refusal_says_what_to_do(verdict: LocalVerdict) -> None:
    face = face_of(tap(TapKind.TAP_REJECTED, verdict, None, given_name=""))
    assert (face.word, face.shape, face.sound) == ("REFUSED", Shape.CROSS, Sound.REFUSED)
    assert face.line == refusal_line(verdict)


def test_refusals_differ_but_for_cards_of_others() -> None:
    lines = {verdict: refusal_line(verdict) for verdict in REFUSED}
    assert lines.pop(LocalVerdict.WRONG_PURPOSE) == lines[LocalVerdict.FOREIGN]
    assert len(set(lines.values())) == len(lines)


def test_what_was_not_recorded_says_so() -> None:
    face = face_of_failure(TapFailed("r", "card_removed"), AT)
    assert face.word == "NOT RECORDED"
    assert "too early" in face.line
    assert "again" in face.line


def test_no_two_answers_share_word_and_shape() -> None:
    faces: list[Face] = [
        face_of(tap()),
        face_of(tap(direction=Direction.OUT)),
        face_of(tap(TapKind.TAP_REPEATED)),
        face_of(tap(TapKind.TAP_REJECTED, LocalVerdict.REVOKED, None)),
    ]
    assert len({(face.word, face.shape) for face in faces}) == 4
