"""The palette takes its colours from the table."""

import pytest
from PySide6.QtGui import QPalette

from ui.theme.palette import build_palette
from ui.theme.tokens import TABLES, Scheme


@pytest.mark.parametrize("scheme", Scheme)
def test_roles_come_from_the_table(scheme: Scheme) -> None:
    table = TABLES[scheme]
    palette = build_palette(table)
    assert palette.color(QPalette.ColorRole.Base).name().upper() == table.surface
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == table.accent
    assert palette.color(QPalette.ColorRole.PlaceholderText).name().upper() == table.muted


def test_disabled_text_is_muted() -> None:
    table = TABLES[Scheme.LIGHT]
    palette = build_palette(table)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled.name().upper() == table.muted
    assert palette.color(QPalette.ColorRole.ButtonText).name().upper() == table.text
