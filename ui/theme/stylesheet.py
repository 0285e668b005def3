"""The tokens as Qt's style sheet: one text for the whole program, built from the table and never by hand.

Widgets choose their look by a dynamic property, not by a style sheet of their own:

- ``kind`` of a button: ``primary`` (one per view), ``danger``, ``quiet`` (no frame), ``link``
- ``snug`` of a button: ``true`` where its icon must do with little air
- ``role`` of a label: ``title``, ``heading``, ``strong``, ``dense``, ``counter``, ``muted``, ``error``,
  ``good``, ``caution``, ``danger``, ``info``
- ``role`` of a frame: ``card`` (surface, hairline, radius), ``pane``, ``bar``, ``strip``, ``ribbon``,
  ``chip``, ``popup``, ``line`` (a hairline), ``alarm`` (a bar that a case raises over the work)
- ``role`` of a list or table: ``boxed`` (hairline and radius, where it stands on the bare ground)
- ``problem`` of a field: ``true`` while what was typed cannot be taken
"""

from __future__ import annotations

from ui.theme.tokens import ICON, RADIUS, SPACING, TARGET, Colours, Tokens, TypeScale

_INSET = 2
"""Pixels that Qt itself leaves on both sides of the text of a line."""
_CELL = 3
"""Pixels that Qt itself leaves on both sides of the text of a cell, which stands under its column's head."""
_RING = 5
"""Width of the ring around the dot of a chosen radio button, in pixels."""


def build_stylesheet(tokens: Tokens) -> str:
    """Return the program's style sheet for ``tokens``."""
    colours, sizes = tokens.colours, tokens.type
    return "\n".join(
        (
            _labels(colours, sizes),
            _buttons(colours, round(ICON * tokens.text_scale)),
            _fields(colours, sizes),
            _frames(colours),
            _lists(colours),
            _bars(colours),
        )
    )


def _labels(colours: Colours, sizes: TypeScale) -> str:
    statuses = "\n".join(
        f'QLabel[role="{role}"] {{ color: {colour}; }}'
        for role, colour in (
            ("muted", colours.muted),
            ("error", colours.danger),
            ("danger", colours.danger),
            ("good", colours.good),
            ("caution", colours.caution),
            ("info", colours.info),
        )
    )
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {sizes.title}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {sizes.heading}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="dense"] {{ font-size: {sizes.dense}px; }}
QLabel[role="counter"] {{ font-size: {sizes.counter}px; color: {colours.muted}; }}
{statuses}
QToolTip {{ background: {colours.raised}; color: {colours.text}; border: 1px solid {colours.border};
    padding: {SPACING.tight}px {SPACING.small}px; }}
"""


def _buttons(colours: Colours, icon: int) -> str:
    return f"""
QPushButton, QToolButton, QTabBar {{ icon-size: {icon}px; }}
QPushButton {{
    min-height: {TARGET - 2}px; padding: 0 {SPACING.normal}px; border-radius: {RADIUS}px;
    border: 1px solid {colours.control_border}; background: {colours.surface}; color: {colours.text};
}}
QPushButton:hover, QToolButton:hover {{ background: {colours.accent_soft}; }}
QPushButton:pressed {{ background: {colours.border}; }}
QPushButton:checked {{
    background: {colours.accent_soft}; border-color: {colours.accent}; color: {colours.accent};
}}
QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 0 {SPACING.normal - 1}px; }}
QPushButton:disabled {{
    color: {colours.muted}; border-color: {colours.border}; background: {colours.background};
}}
QPushButton[kind="primary"] {{
    background: {colours.accent}; color: {colours.on_accent}; border-color: {colours.accent};
    font-weight: 600;
}}
QPushButton[kind="primary"]:focus {{ border: 2px solid {colours.text}; }}
QPushButton[kind="primary"]:disabled {{
    background: {colours.border}; color: {colours.muted}; border-color: {colours.border};
}}
QPushButton[kind="danger"] {{ color: {colours.danger}; border-color: {colours.danger}; }}
QPushButton[kind="danger"]:disabled {{ color: {colours.muted}; border-color: {colours.border}; }}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:checked {{ background: {colours.accent_soft}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {colours.accent}; }}
QPushButton[snug="true"] {{ padding: 0 {SPACING.tight}px; }}
QPushButton[snug="true"]:focus {{ padding: 0 {SPACING.tight - 1}px; }}
QPushButton[kind="link"] {{
    border: 2px solid transparent; background: transparent; color: {colours.accent}; padding: 0;
}}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {colours.accent}; padding: 0; }}
QToolButton {{
    min-height: {TARGET - 2}px; min-width: {TARGET - 2}px; padding: 0 {SPACING.tight}px;
    border: 1px solid transparent; border-radius: {RADIUS}px; background: transparent; color: {colours.text};
}}
QToolButton:focus {{ border: 2px solid {colours.accent}; }}
QToolButton:checked {{ background: {colours.accent_soft}; color: {colours.accent}; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QCheckBox, QRadioButton {{ min-height: {TARGET}px; spacing: {SPACING.small}px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {colours.accent}; }}
QRadioButton::indicator {{
    width: {icon - 2}px; height: {icon - 2}px; border-radius: {icon // 2}px;
    border: 1px solid {colours.control_border}; background: {colours.surface};
}}
QRadioButton::indicator:checked {{
    width: {icon - 2 * _RING}px; height: {icon - 2 * _RING}px;
    border: {_RING}px solid {colours.accent}; background: {colours.on_accent};
}}
QRadioButton::indicator:disabled {{ border-color: {colours.border}; }}
"""


def _fields(colours: Colours, sizes: TypeScale) -> str:
    # As high with the ring of the focus as without, whatever the letters: the form hears nothing of it.
    line = max(TARGET - 4, round(sizes.base * sizes.line_height))
    # No colour of text here: with one Qt would fade the hints by half, the palette has a readable one.
    return f"""
QLineEdit, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox {{
    min-height: {line + 2}px; padding: 0 {SPACING.small}px; border-radius: {RADIUS}px;
    border: 1px solid {colours.control_border}; background: {colours.surface};
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
}}
QLineEdit {{ padding: 0 {SPACING.small - _INSET}px; }}
QAbstractSpinBox {{ padding: 0 {SPACING.small - _INSET}px; }}
QAbstractSpinBox QLineEdit {{ min-height: 0; padding: 0; border: none; }}
QPlainTextEdit, QTextEdit, QTextBrowser {{
    padding: {SPACING.tight}px; border-radius: {RADIUS}px;
    border: 1px solid {colours.control_border}; background: {colours.surface};
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
}}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus, QSpinBox:focus {{
    border: 2px solid {colours.accent}; padding: 0 {SPACING.small - 1}px; min-height: {line}px;
}}
QLineEdit:focus, QAbstractSpinBox:focus {{ padding: 0 {SPACING.small - _INSET - 1}px; }}
QAbstractSpinBox QLineEdit:focus {{ min-height: 0; padding: 0; border: none; }}
QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus {{
    border: 2px solid {colours.accent}; padding: {SPACING.tight - 1}px;
}}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {{
    border: 2px solid {colours.danger};
}}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
    color: {colours.muted}; border-color: {colours.border}; background: {colours.background};
}}
QTextBrowser[role="reading"] {{
    border: 1px solid transparent; border-width: 1px 0; border-radius: 0; padding: {SPACING.tight // 2}px 0;
    background: transparent;
}}
QTextBrowser[role="reading"]:focus {{ border-color: {colours.accent}; padding: {SPACING.tight // 2}px 0; }}
QTextBrowser[role="paper"] {{ border: 1px solid {colours.border}; padding: {SPACING.wide}px; }}
QTextBrowser[role="paper"]:focus {{ border: 1px solid {colours.accent}; padding: {SPACING.wide}px; }}
QLineEdit QToolButton {{ min-height: 0; min-width: 0; padding: 0; border: none; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {SPACING.section}px; }}
QComboBox QAbstractItemView {{
    background: {colours.raised}; border: 1px solid {colours.border}; outline: 0; padding: {SPACING.tight}px;
    selection-background-color: {colours.accent_soft}; selection-color: {colours.text};
}}
"""


def _frames(colours: Colours) -> str:
    return f"""
QFrame[role="card"] {{
    background: {colours.surface}; border: 1px solid {colours.border}; border-radius: {RADIUS}px;
}}
QFrame[role="pane"] {{ background: {colours.surface}; border: none; }}
QFrame[role="strip"] {{
    background: {colours.surface}; border: none; border-top: 1px solid {colours.border};
}}
QFrame[role="bar"] {{
    background: {colours.surface}; border: none; border-bottom: 1px solid {colours.border};
}}
QFrame[role="ribbon"] {{ background: {colours.danger}; border: none; }}
QFrame[role="ribbon"] QLabel {{ color: {colours.surface}; font-weight: 600; }}
QFrame[role="line"] {{ background: {colours.border}; border: none; }}
QFrame[role="alarm"] {{
    background: {colours.surface}; border: none; border-left: {SPACING.tight}px solid {colours.danger};
    border-bottom: 1px solid {colours.border};
}}
QFrame[role="chip"] {{
    background: {colours.accent_soft}; border: none; border-radius: {RADIUS}px; color: {colours.accent};
}}
QFrame[role="popup"] {{
    background: {colours.raised}; border: 1px solid {colours.control_border}; border-radius: {RADIUS}px;
}}
QSplitter::handle {{ background: {colours.border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _lists(colours: Colours) -> str:
    return f"""
QAbstractItemView {{
    background: {colours.surface}; border: none; outline: 0;
    selection-background-color: {colours.accent_soft}; selection-color: {colours.text};
}}
QAbstractItemView[role="boxed"] {{ border: 1px solid {colours.border}; border-radius: {RADIUS}px; }}
QAbstractItemView[role="boxed"]:focus {{ border-color: {colours.accent}; }}
QListWidget::item {{ padding: {SPACING.tight}px {SPACING.small}px; border: none; color: {colours.text}; }}
QListWidget::item:hover, QTreeWidget::item:hover {{ background: {colours.background}; }}
QListWidget::item:selected, QTreeWidget::item:selected {{ background: {colours.accent_soft}; }}
QHeaderView {{ background: {colours.background}; border: none; }}
QHeaderView::section {{
    background: {colours.background}; color: {colours.muted}; border: none;
    border-bottom: 1px solid {colours.border}; padding: {SPACING.tight}px {SPACING.small}px; font-weight: 600;
}}
QTableView::item, QTreeView::item {{ padding: 0 {SPACING.small - _CELL}px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {colours.border}; }}
QTabBar {{ background: transparent; outline: 0; }}
QTabBar::tab {{
    min-height: {TARGET}px; padding: 0 {SPACING.normal}px; margin: 0 {SPACING.tight}px 0 0;
    background: transparent; color: {colours.muted};
    border: none; border-bottom: 2px solid transparent; outline: 0;
}}
QTabBar::tab:hover {{ color: {colours.text}; background: {colours.accent_soft}; }}
QTabBar::tab:selected {{ color: {colours.text}; border-bottom-color: {colours.accent}; }}
QTabBar::tab:selected:focus {{ color: {colours.accent}; background: {colours.accent_soft}; }}
QScrollArea {{ border: none; background: transparent; }}
QMenu {{
    background: {colours.raised}; border: 1px solid {colours.control_border}; padding: {SPACING.tight}px;
}}
QMenu::item {{ padding: 6px {SPACING.section}px; border-radius: {SPACING.tight}px; color: {colours.text}; }}
QMenu::item:selected {{ background: {colours.accent_soft}; }}
QMenu::item:disabled {{ color: {colours.muted}; }}
QMenu::separator {{ height: 1px; background: {colours.border}; margin: {SPACING.tight}px; }}
"""


def _bars(colours: Colours) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {colours.control_border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {TARGET}px; }}
QScrollBar::handle:horizontal {{ min-width: {TARGET}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{
    border: none; border-radius: 3px; background: {colours.accent_soft}; max-height: 6px; min-height: 6px;
}}
QProgressBar::chunk {{ background: {colours.accent}; border-radius: 3px; }}
"""
