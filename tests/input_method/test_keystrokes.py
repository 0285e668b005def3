"""Texts become the keys that a typist of either method would press."""

import pytest

from tests.input_method.keystrokes import Method, keystrokes


@pytest.mark.parametrize(
    ("text", "telex", "vni"),
    [
        ("Đường", "DDuwowfng", "D9u7o72ng"),
        ("thông tắc cống", "thoong tawsc coosng", "tho6ng ta81c co61ng"),
        ("Ẵ ộ ý", "Awx ooj ys", "A84 o65 y1"),
        ("no marks, 26/11", "no marks, 26/11", "no marks, 26/11"),
    ],
)
def test_a_text_is_its_keys(text: str, telex: str, vni: str) -> None:
    assert keystrokes(text, Method.TELEX) == telex
    assert keystrokes(text, Method.VNI) == vni


def test_composed_and_decomposed_texts_have_the_same_keys() -> None:
    assert keystrokes("e\u0302\u0301", Method.TELEX) == keystrokes("ế", Method.TELEX) == "ees"
