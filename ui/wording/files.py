"""Sentences for files of reports, sealed work, and acts on a workstation."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

FILES: Final = {
    "file_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file {name} is empty."),
        QT_TRANSLATE_NOOP("Wording", "Choose another one; nothing else is lost."),
    ),
    "file_too_large": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file {name} is larger than 20 MB."),
        QT_TRANSLATE_NOOP("Wording", "Make it smaller and add it again."),
    ),
    "file_type": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file {name} is neither a picture nor a PDF."),
        QT_TRANSLATE_NOOP("Wording", "JPEG, PNG, WebP and PDF can be added."),
    ),
    "attachment_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "A file of this is not at the centre."),
        QT_TRANSLATE_NOOP("Wording", "Send it again; if that does not help, add the file anew."),
    ),
    "attachment_redacted": Entry(
        QT_TRANSLATE_NOOP("Wording", "A redacted form replaces one of these pictures."),
        QT_TRANSLATE_NOOP("Wording", "Choose the redacted picture for the answer."),
    ),
    "attachment_undecided": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nobody has decided what the public may see of one of these photos."),
        QT_TRANSLATE_NOOP("Wording", "Open it, cover what must not be seen, and make its public copy."),
    ),
    "attachment_unclean": Entry(
        QT_TRANSLATE_NOOP("Wording", "This public copy carries more than pixels."),
        QT_TRANSLATE_NOOP("Wording", "Open the photo and make its public copy again."),
    ),
    "picture_corrupt": Entry(
        QT_TRANSLATE_NOOP("Wording", "This picture is damaged or not complete."),
        QT_TRANSLATE_NOOP("Wording", "Nothing else is lost. Take it from the camera again."),
    ),
    "picture_too_large": Entry(
        QT_TRANSLATE_NOOP("Wording", "This picture has {megapixels} million pixels, more than 50 million."),
        QT_TRANSLATE_NOOP("Wording", "It was not opened. Make it smaller and add it again."),
    ),
    "picture_too_complex": Entry(
        QT_TRANSLATE_NOOP("Wording", "This picture is built in a way that no camera writes."),
        QT_TRANSLATE_NOOP("Wording", "It was not opened. Save it as an ordinary JPEG and add it again."),
    ),
    "document_corrupt": Entry(
        QT_TRANSLATE_NOOP("Wording", "This document is damaged, or it is no real PDF."),
        QT_TRANSLATE_NOOP("Wording", "It was not opened. Ask who sent it for it again, as PDF or as photos."),
    ),
    "document_locked": Entry(
        QT_TRANSLATE_NOOP("Wording", "This document is protected by a password."),
        QT_TRANSLATE_NOOP("Wording", "It cannot be read here. Ask who sent it for one without a password."),
    ),
    "document_too_slow": Entry(
        QT_TRANSLATE_NOOP("Wording", "This document takes longer to draw than any ordinary one."),
        QT_TRANSLATE_NOOP("Wording", "It was closed. Ask who sent it for it again, as photos if need be."),
    ),
    "kind_not_shown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file {name} is of a kind that is not shown here."),
        QT_TRANSLATE_NOOP(
            "Wording", "Pictures and PDF are. Ask who sent it for a PDF, or to say in a note what it holds."
        ),
    ),
    "media_type_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not take files of this kind."),
        QT_TRANSLATE_NOOP("Wording", "Discard this and add the file as JPEG, PNG, WebP or PDF."),
    ),
    "content_other": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file arrived damaged."),
        QT_TRANSLATE_NOOP("Wording", "Send it again."),
    ),
    "upload_restarted_too_often": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file did not arrive although it was begun several times."),
        QT_TRANSLATE_NOOP("Wording", "Send it again later; if it stays, tell the site admin."),
    ),
    "no_such_content": Entry(
        QT_TRANSLATE_NOOP("Wording", "This file is not here."),
        QT_TRANSLATE_NOOP("Wording", "It may have left together with its report."),
    ),
    "scope_lost": Entry(
        QT_TRANSLATE_NOOP("Wording", "The report has left this desk."),
        QT_TRANSLATE_NOOP(
            "Wording", "What you wrote is kept here. Copy it if it is still needed, then discard it."
        ),
    ),
    "recovered": Entry(
        QT_TRANSLATE_NOOP("Wording", "Recovered after the loss of a card; it was not sent."),
        QT_TRANSLATE_NOOP("Wording", "Read it, then send it or discard it."),
    ),
    "sealing_impossible": Entry(
        QT_TRANSLATE_NOOP("Wording", "Unsent work cannot be sealed here: the agency has no recovery key."),
        QT_TRANSLATE_NOOP(
            "Wording", "If the card is lost, unsent work is lost. Send it, or keep it on this computer."
        ),
    ),
    "too_old_to_act": Entry(
        QT_TRANSLATE_NOOP("Wording", "This program is too old for new commands."),
        QT_TRANSLATE_NOOP("Wording", "What waits is still sent. Ask the site admin for the update."),
    ),
    "not_editable": Entry(
        QT_TRANSLATE_NOOP("Wording", "These words cannot be changed here."),
        QT_TRANSLATE_NOOP("Wording", "Open the report and give the command anew."),
    ),
    "epoch_stale": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre has moved on since this was signed."),
        QT_TRANSLATE_NOOP("Wording", "Sign once more."),
    ),
    "standing_changed": Entry(
        QT_TRANSLATE_NOOP("Wording", "More has come from a terminal since the list was read."),
        QT_TRANSLATE_NOOP("Wording", "Read the list anew and sign once more."),
    ),
    "nothing_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "A terminal chosen here is complete already."),
        QT_TRANSLATE_NOOP("Wording", "Read the list anew."),
    ),
    "through_ahead": Entry(
        QT_TRANSLATE_NOOP("Wording", "That day is not over yet."),
        QT_TRANSLATE_NOOP("Wording", "Choose an earlier day; check the clock of this computer."),
    ),
    "not_entitled": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card may not order that."),
        QT_TRANSLATE_NOOP("Wording", "Ask for the card of a supervisor or a site admin."),
    ),
    "order_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre cannot read what was signed."),
        QT_TRANSLATE_NOOP("Wording", "Sign once more; if it stays, tell the site admin."),
    ),
    "order_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "What was signed is too old."),
        QT_TRANSLATE_NOOP("Wording", "Check the clock of this computer and sign once more."),
    ),
    "two_admins_needed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Two different site admins must sign, and not the person concerned."),
        QT_TRANSLATE_NOOP("Wording", "Ask a second admin for their card."),
    ),
    "export_stopped": Entry(
        QT_TRANSLATE_NOOP("Wording", "The export was stopped."),
        QT_TRANSLATE_NOOP("Wording", "No file was written; one of that name stands as it was."),
    ),
    "file_not_written": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file could not be written there."),
        QT_TRANSLATE_NOOP("Wording", "Choose another folder or another disk."),
    ),
    "same_admin": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card has signed already."),
        QT_TRANSLATE_NOOP("Wording", "Take it out and put the second admin's card in."),
    ),
    "sealed_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The sealed work is damaged or belongs to another centre."),
        QT_TRANSLATE_NOOP("Wording", "Choose the file again; tell the site admin if it stays."),
    ),
}
