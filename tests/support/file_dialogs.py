"""A person's answer to the question for a file: Qt's own dialog, found by its name, typed into, confirmed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget

from tests.support.widgets import child


def asked(name: str) -> QFileDialog | None:
    """Return the dialog of this name that is open, if one is."""
    shown = [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each.objectName() == name
    ]
    found = shown[0] if shown else None
    assert found is None or isinstance(found, QFileDialog)
    return found


def asking(name: str) -> QFileDialog:
    """Return the dialog of this name; fail when it is not open."""
    found = asked(name)
    assert found is not None, f"{name} is not asked for"
    return found


def answer(name: str, path: Path | str, kind: str = "") -> None:
    """Name a place in the dialog of this name, choose a kind, confirm."""
    dialog = asking(name)
    if kind:
        dialog.selectNameFilter(kind)
    dialog.selectFile(str(path))
    if isinstance(path, str):  # several names, each in quotes
        child(dialog, QLineEdit, "fileNameEdit").setText(path)
    dialog.accept()


def refuse(name: str) -> None:
    """Cancel the dialog of this name."""
    asking(name).reject()


def question(name: str) -> QMessageBox:
    """Return the box of this name that is open; fail when there is none."""
    found = next((each for each in QApplication.topLevelWidgets() if _is(each, name)), None)
    assert isinstance(found, QMessageBox), f"{name} is not asked"
    return found


def press(box: QMessageBox, which: str) -> None:
    """Press the button ``goOn`` or ``stay`` of a box."""
    child(box, QPushButton, f"{box.objectName()}.{which}").click()


def _is(widget: QWidget, name: str) -> bool:
    return widget.isVisible() and widget.objectName() == name
