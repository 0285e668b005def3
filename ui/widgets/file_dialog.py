"""The question for a file: the platform's own dialog where it has one, never a loop of its own.

What is typed is looked at here: a name without an ending gets that of its kind, a file that is there is
replaced only after a question, one that is not there is said to be missing. The folder is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import translate
from ui.widgets.folders import FOLDERS
from ui.widgets.over import open_over, outermost
from ui.widgets.question import Question, ask

ToSave = Callable[[Path, str], None]
"""Called with the place and with the kind chosen, one of those that were offered."""
ToOpen = Callable[[list[Path]], None]
"""Called with files that are there."""
_ENDING = re.compile(r"\*(\.\w+)")


class FileDialog(QObject):
    """Asks over the window of ``asker``, one question at a time; it ends with the asker, unanswered.

    ``name`` is the object name of the dialog, and the purpose whose folder is remembered.
    """

    def __init__(self, name: str, asker: QWidget) -> None:
        super().__init__(asker)
        self._name, self._asker = name, asker
        self._dialog: QFileDialog | None = None

    # --- a place to write to ------------------------------------------------------------------------

    def save(self, title: str, proposal: str, kinds: Sequence[str], then: ToSave) -> None:
        """Ask for a place; ``kinds`` are Qt's name filters, ``Words (*.ending)``, the first one chosen.

        ``then`` is called once the place is settled: nothing stands there, or it may be replaced.
        """
        dialog = self._begin(title, kinds)
        if dialog is None:
            return
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked below, for the name in full
        dialog.selectFile(proposal)

        def settle() -> None:
            kind = dialog.selectedNameFilter()
            path = _with_ending(Path(dialog.selectedFiles()[0]), kind, kinds)
            FOLDERS.remember(self._name, path.parent)
            if not path.exists():
                then(path, kind)
                return
            question = Question(
                translate("FileDialog", "There is a file {name} already. Replace it?").format(name=path.name),
                translate("FileDialog", "What is in it now would be lost."),
                translate("FileDialog", "Replace"),
                translate("FileDialog", "Choose another name"),
            )
            self._ask(question, lambda: then(path, kind), lambda: self.save(title, path.name, kinds, then))

        self._open(dialog, settle)

    # --- files to read ------------------------------------------------------------------------------

    def choose(self, title: str, kinds: Sequence[str], then: ToOpen, *, several: bool = False) -> None:
        """Ask for a file, or for ``several``."""
        dialog = self._begin(title, kinds)
        if dialog is None:
            return
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if several else modes.AnyFile)  # the latter: no box of Qt's

        def settle() -> None:
            paths = [Path(name) for name in dialog.selectedFiles()]
            FOLDERS.remember(self._name, paths[0].parent)
            missing = next((path for path in paths if not path.is_file()), None)
            if missing is None:
                then(paths)
                return
            told = Question(
                translate("FileDialog", "There is no file {name} here.").format(name=missing.name),
                translate("FileDialog", "It may have been moved, or its disk taken out."),
                "",
                translate("FileDialog", "Choose another file"),
            )
            self._ask(told, lambda: None, lambda: self.choose(title, kinds, then, several=several))

        self._open(dialog, settle)

    # --- the dialog ---------------------------------------------------------------------------------

    def _begin(self, title: str, kinds: Sequence[str]) -> QFileDialog | None:
        """Make the dialog; None while one is open."""
        if self._dialog is not None:
            return None
        dialog = QFileDialog(outermost(self._asker), title, str(FOLDERS.last(self._name)))
        dialog.setObjectName(self._name)
        dialog.setNameFilters(list(kinds))
        return dialog

    def _open(self, dialog: QFileDialog, settle: Callable[[], None]) -> None:
        def chosen() -> None:
            self._dialog = None
            settle()

        def ended() -> None:
            self._dialog = None if self._dialog is dialog else self._dialog

        self._dialog = dialog
        dialog.accepted.connect(chosen)
        dialog.finished.connect(ended)
        open_over(dialog, self._asker)

    def _ask(self, question: Question, go_on: Callable[[], None], stay: Callable[[], None]) -> None:
        ask(self._asker, f"{self._name}.question", question, go_on, stay)


def _with_ending(path: Path, kind: str, kinds: Sequence[str]) -> Path:
    """Give a name the ending of the kind chosen unless it has that of any kind offered."""
    known = {ending for each in kinds for ending in _ENDING.findall(each)}
    if path.suffix.lower() in known:
        return path
    return path.with_name(path.name + next(iter(_ENDING.findall(kind)), ""))
