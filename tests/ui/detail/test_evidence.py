"""Fields of a source by name; a newer server's field keeps its own."""

from __future__ import annotations

from ui.detail.evidence import evidence_text


def test_known_fields_have_names_and_unknown_ones_keep_theirs() -> None:
    shown = evidence_text({"camera": "CAM-7", "altitude": "12 <m>"})
    assert "Camera:" in shown
    assert "altitude:" in shown
    assert "12 &lt;m&gt;" in shown


def test_no_evidence_is_no_text() -> None:
    assert evidence_text({}) == ""
