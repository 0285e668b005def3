"""Sentences for what goes wrong with the encrypted files on this computer (``desktop_app.store.errors``)."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

KEEPING: Final = {
    "store_failed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data on this computer could not be written."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "What is on the screen is still there. Try again; if it happens again, call the site admin.",
        ),
    ),
    "store_disk_full": Entry(
        QT_TRANSLATE_NOOP("Wording", "The disk is full."),
        QT_TRANSLATE_NOOP("Wording", "Nothing was half written. Free some room on the disk, then try again."),
    ),
    "store_read_only": Entry(
        QT_TRANSLATE_NOOP("Wording", "The folder of the program cannot be written."),
        QT_TRANSLATE_NOOP("Wording", "Ask the site admin to give you the right to write there."),
    ),
    "store_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data on this computer cannot be read."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Restart the program. If it stays, call the site admin; the centre still has all that was sent.",
        ),
    ),
    "store_corrupt": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data on this computer is damaged."),
        QT_TRANSLATE_NOOP("Wording", "Do not delete anything. Call the site admin: a backup lies beside it."),
    ),
    "store_wrong_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data on this computer does not open with this key."),
        QT_TRANSLATE_NOOP("Wording", "Sign in with the card you used before. Otherwise call the site admin."),
    ),
    "store_busy": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data is in use by another window of this program."),
        QT_TRANSLATE_NOOP("Wording", "Wait a moment, then try again."),
    ),
    "store_closed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The desk was locked."),
        QT_TRANSLATE_NOOP("Wording", "Sign in again; what you wrote was kept."),
    ),
    "store_newer_schema": Entry(
        QT_TRANSLATE_NOOP("Wording", "This data was written by a newer version of the program."),
        QT_TRANSLATE_NOOP("Wording", "Install the newer version; until then you can only read."),
    ),
    "store_rule_broken": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data on this computer refused this change."),
        QT_TRANSLATE_NOOP("Wording", "Nothing was changed. Please report this to the site admin."),
    ),
    "no_such_report": Entry(
        QT_TRANSLATE_NOOP("Wording", "This report is no longer on this computer."),
        QT_TRANSLATE_NOOP("Wording", "It may have been passed to another unit. Your draft is kept."),
    ),
    "store_malformed": Entry(
        QT_TRANSLATE_NOOP("Wording", "A record on this computer cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "It is fetched anew with the next sync."),
    ),
    "journal_not_the_next_row": Entry(
        QT_TRANSLATE_NOOP("Wording", "The check-in journal was changed meanwhile."),
        QT_TRANSLATE_NOOP("Wording", "Present the card again."),
    ),
    "receipt_mismatch": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre's receipt does not fit the check-in journal."),
        QT_TRANSLATE_NOOP("Wording", "The taps are kept here. Tell the site admin."),
    ),
    "settings_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The settings on this computer cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Ask the site admin to look at the file settings.toml."),
    ),
    "setting_fixed": Entry(
        QT_TRANSLATE_NOOP("Wording", "This setting is fixed by the administrator's policy."),
        QT_TRANSLATE_NOOP("Wording", "Ask the site admin."),
    ),
    "secrets_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The keys of this computer cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Do not delete anything. Call the site admin."),
    ),
    "unexpected": Entry(
        QT_TRANSLATE_NOOP("Wording", "Something went wrong in the program."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Your saved work is safe. Try again; if it happens again, send the log to the site admin.",
        ),
    ),
    "anchor_file_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "This file holds no certificate, master list or revocation list."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Choose a file as its authority publishes it (.cer, .pem, .ml, .crl). Nothing was changed.",
        ),
    ),
}
