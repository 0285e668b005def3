"""Nothing of outside reaches a label as markup."""

from __future__ import annotations

from ui.theme import current
from ui.vocabulary.markup import coloured, lines, muted, paragraphs, strong

HOSTILE = '<img src="x"> & <b>"đậm"</b>\nhai'


def test_outside_text_is_escaped_and_keeps_its_lines() -> None:
    assert (
        paragraphs(HOSTILE) == "&lt;img src=&quot;x&quot;&gt; &amp; &lt;b&gt;&quot;đậm&quot;&lt;/b&gt;<br>hai"
    )
    for made in (strong(HOSTILE), muted(HOSTILE), coloured(HOSTILE, "#123456")):
        assert "<img" not in made


def test_colours_are_the_theme_s_and_nothing_stays_nothing() -> None:
    assert current().colours.muted in muted("cũ")
    assert muted("") == ""


def test_lines_leave_out_what_is_empty() -> None:
    assert lines(["một", "", "hai"], gap=3).count("<p") == 2
    assert lines([]) == ""
