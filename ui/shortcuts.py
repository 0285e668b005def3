"""The one table of keys: what makes the shortcuts also writes the cheat sheet.

Vietnamese input methods hook keys below Qt, so no single letters, nothing on Ctrl+Shift alone, Alt+Z,
Ctrl+Space, Ctrl+` or Backspace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.language import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does (marked source text), and the method of its place that does it.

    ``method`` is empty where the widget itself hears the key (lists, fields).
    """

    name: str
    sequence: str
    does: str
    method: str = ""


BESIDE: Final = (
    Key("help", "F1", QT_TRANSLATE_NOOP("Keys", "Open the guide"), "open_guide"),
    Key(
        "palette",
        "Ctrl+K",
        QT_TRANSLATE_NOOP("Keys", "Find a command, filter, report or page"),
        "open_palette",
    ),
    Key("sync", "F5", QT_TRANSLATE_NOOP("Keys", "Show the state of the connection"), "show_sync"),
)
"""Heard by the main window for what opens over it."""

WAYS: Final = (
    Key("settings", "Ctrl+,", QT_TRANSLATE_NOOP("Keys", "Open the settings"), "open_settings"),
    Key("counter", "F6", QT_TRANSLATE_NOOP("Keys", "Open the counter"), "open_counter"),
    Key("my_card", "F7", QT_TRANSLATE_NOOP("Keys", "Show my card"), "open_my_card"),
    Key("doctor", "F8", QT_TRANSLATE_NOOP("Keys", "Open the card doctor"), "open_doctor"),
)
"""Heard by the main window for the pages that need nobody signed in, and for the counter."""

WINDOW: Final = (
    Key("lock", "Ctrl+L", QT_TRANSLATE_NOOP("Keys", "Lock the desk"), "lock"),
    Key("kiosk", "F9", QT_TRANSLATE_NOOP("Keys", "Open the check-in kiosk"), "open_kiosk"),
)
"""Heard by the main window itself."""

ROOMS: Final = (
    Key("supervise", "F3", QT_TRANSLATE_NOOP("Keys", "Open supervision"), "open_supervise"),
    Key("approvals", "F4", QT_TRANSLATE_NOOP("Keys", "Go through the answers to approve"), "open_approvals"),
    Key("hotline", "Ctrl+N", QT_TRANSLATE_NOOP("Keys", "Take a call"), "open_hotline"),
    Key("caller", "Ctrl+H", QT_TRANSLATE_NOOP("Keys", "Look a caller up"), "open_caller"),
    Key("shift", "F10", QT_TRANSLATE_NOOP("Keys", "Hand a shift over, or take one over"), "open_shift"),
    Key("arranging", "F2", QT_TRANSLATE_NOOP("Keys", "Absence, handing over, campaigns"), "open_arranging"),
    Key("templates", "F11", QT_TRANSLATE_NOOP("Keys", "Write the templates"), "open_templates"),
    Key("notices", "F12", QT_TRANSLATE_NOOP("Keys", "Show the notifications"), "open_notices"),
)
"""Heard by the main window for the pages of a session, which open to those whose role has them."""

EVERYWHERE: Final = (*BESIDE, *WAYS, *WINDOW, *ROOMS)
"""All that the main window hears, whichever page is up."""

SIDE_PAGE: Final = (Key("back", "Esc", QT_TRANSLATE_NOOP("Keys", "Leave the page"), "go_back"),)
"""Heard by every page beside the desk; Esc elsewhere belongs to whatever is open."""

NUMBERED: Final = "1…9"
DESK: Final = (
    Key("search", "Ctrl+F", QT_TRANSLATE_NOOP("Keys", "Search")),
    Key("recent", "Alt+↓", QT_TRANSLATE_NOOP("Keys", "The last searches, in the field of the search")),
    Key("primary", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Carry out the primary command")),
    Key("command", f"Alt+{NUMBERED}", QT_TRANSLATE_NOOP("Keys", "Carry out the command with this number")),
    Key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "Undo the command while it is held")),
    Key("alarm", "Ctrl+J", QT_TRANSLATE_NOOP("Keys", "Open the instant case that waits")),
    Key("suggestion", "Ctrl+T", QT_TRANSLATE_NOOP("Keys", "Take the proposed unit while distributing")),
    Key("open", "Return", QT_TRANSLATE_NOOP("Keys", "Open the report")),
    Key("following", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Keys", "Open the next report of the list")),
    Key("preceding", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Keys", "Open the report before in the list")),
    Key("list", "Esc", QT_TRANSLATE_NOOP("Keys", "From the report back to the list")),
    Key("move", "↑ ↓ Home End", QT_TRANSLATE_NOOP("Keys", "Move in the list")),
)
"""Heard by the desk, its list, and what opens over them (``of_desk``)."""

EXPORTS: Final = (
    Key("list", "Ctrl+E", QT_TRANSLATE_NOOP("Keys", "Export the list"), "export_list"),
    Key("sheet", "Ctrl+P", QT_TRANSLATE_NOOP("Keys", "Report sheet as PDF"), "save_sheet"),
)
"""Heard by the desk, for the list that is shown and the report that is read."""

SUPERVISE: Final = (
    Key("list", "Return", QT_TRANSLATE_NOOP("Keys", "Open the list behind the number")),
    Key("numbers", "↑ ↓ ← →", QT_TRANSLATE_NOOP("Keys", "Move among the numbers")),
)
"""Heard by the table of supervision; listed here for the cheat sheet."""

APPROVALS: Final = (
    Key(
        "approve",
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("Keys", "Approve the answer shown, or sign them all"),
        "act",
    ),
    Key("send_back", "Alt+1", QT_TRANSLATE_NOOP("Keys", "Send the answer shown back"), "send_back"),
    Key("later", "Alt+2", QT_TRANSLATE_NOOP("Keys", "Leave the answer shown for later"), "leave"),
    Key("before", "Alt+Left", QT_TRANSLATE_NOOP("Keys", "Back to the answer before"), "step_back"),
    Key("finish", "Alt+Return", QT_TRANSLATE_NOOP("Keys", "Go to the summary"), "finish"),
)
"""Heard by the page of approvals."""

PHOTOS: Final = (
    Key("look", "Ctrl+I", QT_TRANSLATE_NOOP("Keys", "Look at the photos of the report"), "look"),
    Key("add", "Ctrl+O", QT_TRANSLATE_NOOP("Keys", "Add photos or files to the report"), "choose_files"),
    Key("paste", "Ctrl+V", QT_TRANSLATE_NOOP("Keys", "Add the photo or files from the clipboard"), "paste"),
)
"""Heard by the desk, for the report that is read; a field that is being written in keeps its own paste."""

VIEWER: Final = (
    Key("zoom", "+ − 0 1", QT_TRANSLATE_NOOP("Keys", "Photo: larger, smaller, whole, full size")),
    Key("push", "← → ↑ ↓", QT_TRANSLATE_NOOP("Keys", "Photo: next, previous; push it while it is enlarged")),
    Key(
        "lay",
        "Insert",
        QT_TRANSLATE_NOOP("Keys", "Covering: a rectangle; arrows push, Shift+arrows resize it"),
    ),
    Key(
        "step", "PgUp PgDn", QT_TRANSLATE_NOOP("Keys", "Photo: previous, next; covering: choose a rectangle")
    ),
    Key("remove", "Delete", QT_TRANSLATE_NOOP("Keys", "Covering: remove the rectangle")),
)
"""Heard by the photo itself; listed here for the cheat sheet."""

HOTLINE: Final = (
    Key("send", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Call: send it"), "send"),
    Key("join", "Ctrl+J", QT_TRANSLATE_NOOP("Keys", "Call: add it to the open report chosen"), "join"),
    Key("similar", "Ctrl+R", QT_TRANSLATE_NOOP("Keys", "Call: go to the open reports"), "choose_similar"),
    Key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "Call: take it back while it is held"), "undo"),
)
"""Heard by the page of a call."""

TEMPLATES: Final = (
    Key("save", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Template: save it for everybody"), "save"),
    Key("fresh", "Alt+1", QT_TRANSLATE_NOOP("Keys", "Template: begin a new one"), "begin"),
    Key("copy", "Alt+2", QT_TRANSLATE_NOOP("Keys", "Template: copy it as our own"), "copy"),
    Key("withdraw", "Alt+3", QT_TRANSLATE_NOOP("Keys", "Template: withdraw it"), "withdraw"),
    Key("find", "Ctrl+F", QT_TRANSLATE_NOOP("Keys", "Template: find one"), "find_one"),
)
"""Heard by the page of templates."""

CALLER: Final = (
    Key("look_up", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Caller: reports of the number"), "look_up"),
    Key("who", "Ctrl+J", QT_TRANSLATE_NOOP("Keys", "Caller: who called about the report"), "ask_who"),
)
"""Heard by the page of callers."""

SHIFT: Final = (
    Key("hand_over", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Hand my shift over"), "hand_over"),
    Key("take_over", "Ctrl+J", QT_TRANSLATE_NOOP("Keys", "Take the shift chosen over"), "take_over"),
    Key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "Shift: take the last step back"), "undo"),
)
"""Heard by the page of a shift's end."""

NOTICES: Final = (
    Key("read_all", "Ctrl+M", QT_TRANSLATE_NOOP("Keys", "Notifications: mark all as read"), "read_all"),
)
"""Heard by the page of notifications."""

COUNTER: Final = (
    Key("next", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Next citizen"), "next_citizen"),
    Key("again", "Ctrl+R", QT_TRANSLATE_NOOP("Keys", "Read the document again"), "read_again"),
)
"""Heard by the counter."""

KIOSK: Final = (
    Key("leave", "F11", QT_TRANSLATE_NOOP("Keys", "Enter or leave full screen"), "toggle_full_screen"),
    Key("direction", "F2", QT_TRANSLATE_NOOP("Keys", "Wrong direction"), "wrong_direction"),
    Key("supervised", "F4", QT_TRANSLATE_NOOP("Keys", "Supervised entry at the kiosk"), "supervised_entry"),
)
"""Heard by the kiosk window."""


def connect(keys: tuple[Key, ...], widget: QWidget, to: QObject | None = None) -> Mapping[str, QShortcut]:
    """Make the shortcuts of ``keys`` on ``widget``, each calling the method it names of ``to`` or itself."""
    made: dict[str, QShortcut] = {}
    for key in keys:
        shortcut = QShortcut(widget)
        shortcut.setKeys(heard(key))
        if not widget.isWindow():
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setObjectName(f"shortcut.{key.name}")
        shortcut.activated.connect(getattr(to or widget, key.method))
        made[key.name] = shortcut
    return made


def heard(key: Key) -> list[QKeySequence]:
    """Return the keys that mean it: both Enter keys of a keyboard are one to a person."""
    both = dict.fromkeys((key.sequence, key.sequence.replace("Return", "Enter")))
    return [QKeySequence(each) for each in both]


def of_desk(name: str, number: int = 0) -> list[QKeySequence]:
    """Return the keys of ``DESK`` called ``name``; the one with ``number`` where it stands for several."""
    key = next(each for each in DESK if each.name == name)
    return heard(replace(key, sequence=key.sequence.replace(NUMBERED, str(number))))


def native(key: Key) -> str:
    """Return the key as this platform writes it."""
    if key.method:
        said = QKeySequence(key.sequence).toString(QKeySequence.SequenceFormat.NativeText)
        return said.replace("Return", "Enter")
    return key.sequence.replace("Return", "Enter")


def cheat_sheet() -> list[tuple[str, str]]:
    """Return every key with what it does, in the language in force."""
    every = (
        *EVERYWHERE,
        *SIDE_PAGE,
        *DESK,
        *PHOTOS,
        *VIEWER,
        *EXPORTS,
        *SUPERVISE,
        *APPROVALS,
        *HOTLINE,
        *CALLER,
        *SHIFT,
        *TEMPLATES,
        *NOTICES,
        *COUNTER,
        *KIOSK,
    )
    return [(native(key), translate("Keys", key.does)) for key in every]


def with_key(text: str, key: Key) -> str:
    """Return ``text`` for a tip, its key in brackets."""
    return f"{text} ({native(key)})"


def find(owner: QObject, name: str) -> QShortcut | None:
    """Return the shortcut ``name`` made on ``owner``, or None."""
    return owner.findChild(QShortcut, f"shortcut.{name}")
