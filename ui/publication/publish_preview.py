"""The last look before an answer is public: the citizen's page, one tick, one button. Modal by design.

Its photos come while one looks; before the last of them is there nobody can say to have seen the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QImage, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.payloads import Publish
from desktop_app.domain.report import Report
from desktop_app.triage.report_files import ReportFile
from ui.language import translate
from ui.shortcuts import of_desk
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.vocabulary.words import outcome_word
from ui.widgets.notice import Notice
from ui.widgets.tick_box import TickBox
from ui.widgets.tone import Tone

_WIDTH, _HEIGHT = 760, 620


class PublishPreview(QDialog):
    """Accepted only after the tick; ``payload`` is bound to the content that was shown."""

    guide_page: ClassVar[str] = "20-triage"

    def __init__(
        self,
        report: Report,
        page: str,
        names: Names,
        parent: QWidget,
        pictures: Sequence[ReportFile] = (),
        *,
        by_policy: bool = False,
    ) -> None:
        """``by_policy``: who publishes is an approver whom the policy lets; they learn what is recorded."""
        super().__init__(parent)
        self._report, self._page = report, page
        self.awaited = {file.sha256: file for file in pictures}
        self._view = QTextBrowser(self)
        self._pictures = Notice("publish.pictures", self)
        self.setObjectName("publish")
        self.setModal(True)
        self.setWindowTitle(translate("Publish", "Publication preview"))
        self.resize(min(_WIDTH, parent.window().width()), min(_HEIGHT, parent.window().height()))
        self._seen = TickBox(translate("Publish", "I have read the page as the citizen will see it"), self)
        self._seen.setObjectName("publish.seen")
        self._seen.setAccessibleName(self._seen.text())
        self._publish = QPushButton(translate("Publish", "Publish (Ctrl+Enter)"), self)
        self._publish.setObjectName("publish.confirm")
        self._publish.setAccessibleName(translate("Publish", "Publish now"))
        self._publish.setProperty("kind", "primary")
        self._publish.setEnabled(False)
        self._seen.toggled.connect(self._publish.setEnabled)
        self._publish.clicked.connect(self.accept)
        primary = QShortcut(self)
        primary.setKeys(of_desk("primary"))
        primary.activated.connect(self._accept_if_seen)
        self._lay_out(names, by_policy=by_policy)
        self._await_pictures()

    def payload(self) -> Publish:
        """Return the publication of exactly the content shown."""
        answer = self._report.answer
        return Publish(answer.content_sha256 if answer else "", self._seen.isChecked())

    def show_picture(self, sha256: str, image: QImage) -> None:
        """Show one of the photos in its place on the page."""
        if self.awaited.pop(sha256, None) is not None:
            kind = QTextDocument.ResourceType.ImageResource
            self._view.document().addResource(kind, QUrl(f"picture:{sha256}"), image)
            place = self._view.verticalScrollBar().value()
            self._view.setHtml(self._page)
            self._view.verticalScrollBar().setValue(place)
            self._await_pictures()

    def show_fault(self, title: str, remedy: str) -> None:
        """Say why a photo cannot be shown: what cannot be seen cannot be published."""
        self._pictures.say(Tone.CAUTION, title, remedy)

    def _await_pictures(self) -> None:
        """Let nobody tick while a photo is still to come."""
        self._seen.setEnabled(not self.awaited)
        if self.awaited:
            told = translate("Publish", "Photos still to come: {count}").format(count=len(self.awaited))
            self._pictures.say(Tone.INFO, told)
        else:
            self._pictures.clear()
            self._seen.setFocus()

    def _lay_out(self, names: Names, *, by_policy: bool) -> None:
        caption = QLabel(translate("Publish", "This is what the citizen will see:"), self)
        caption.setProperty("role", "muted")
        view = self._view
        view.setObjectName("publish.page")
        view.setAccessibleName(translate("Publish", "The citizen's page"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setOpenLinks(False)
        view.document().setDocumentMargin(SPACING.wide)
        view.setHtml(self._page)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cancel = QPushButton(translate("Publish", "Cancel (Esc)"), self)
        cancel.setObjectName("publish.cancel")
        cancel.setAccessibleName(translate("Publish", "Cancel"))
        cancel.setAutoDefault(False)
        self._publish.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._publish)
        foot.addWidget(cancel)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.small)
        for part in (caption, view, self._pictures, QLabel(self._publisher(names), self), self._seen):
            layout.addWidget(part)
        if by_policy:
            layout.insertWidget(layout.indexOf(self._seen), self._both_roles())
        layout.addLayout(foot)

    def _publisher(self, names: Names) -> str:
        answer = self._report.answer
        if answer is None:
            return ""
        return translate("Publish", "Publisher: {unit} · result: {outcome}").format(
            unit=names.unit(answer.publisher_unit), outcome=outcome_word(answer.outcome)
        )

    def _both_roles(self) -> QLabel:
        told = QLabel(
            translate(
                "Publish", "By policy you publish as the approver: the record names you in both roles."
            ),
            self,
        )
        told.setObjectName("publish.both")
        told.setWordWrap(True)
        return told

    @Slot()
    def _accept_if_seen(self) -> None:
        if self._seen.isChecked():
            self.accept()
