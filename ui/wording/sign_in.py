"""Sentences for why a card does not let its holder in (``desktop_app.sign_in.sign_in.SignInRefused``)."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

SIGN_IN: Final = {
    "not_enrolled": Entry(
        QT_TRANSLATE_NOOP("Wording", "This computer is not enrolled yet."),
        QT_TRANSLATE_NOOP("Wording", "Enrol it first with the address and the code from the site admin."),
    ),
    "first_sign_in_needs_server": Entry(
        QT_TRANSLATE_NOOP("Wording", "The first sign-in on this computer needs the network."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Connect the network and try again. After that you can sign in offline too.",
        ),
    ),
    "grace_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The time for working offline has ended."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Connect the network and sign in once. Your unsent work is safe on this computer.",
        ),
    ),
    "grace_unlocks": Entry(
        QT_TRANSLATE_NOOP("Wording", "All offline sign-ins have been used."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Connect the network and sign in once. Your unsent work is safe on this computer.",
        ),
    ),
    "grace_never": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card has never signed in on this computer."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Connect the network for the first sign-in. After that you can sign in offline too.",
        ),
    ),
    "revocation_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre cannot tell now whether this card was revoked."),
        QT_TRANSLATE_NOOP("Wording", "Try again in a few minutes; if it stays, call the site admin."),
    ),
    "assertion_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre did not understand the card's statement."),
        QT_TRANSLATE_NOOP("Wording", "Try again. If it happens again, call the site admin."),
    ),
    "assertion_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The sign-in took too long, or this computer's clock is wrong."),
        QT_TRANSLATE_NOOP("Wording", "Check date and time, then type the PIN again."),
    ),
    "certificate_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre says: the card's certificate has expired."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Ask the issuing office for a new card; for today the site admin can issue a temporary one.",
        ),
    ),
    "certificate_not_yet_valid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre says: the card's certificate is not valid yet."),
        QT_TRANSLATE_NOOP("Wording", "Ask the issuing office from when the card can be used."),
    ),
    "certificate_revoked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre says: this card was revoked."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Call the site admin. If the card was reported lost and found again, it must be replaced.",
        ),
    ),
    "certificate_foreign": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not know who issued this card."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Use the card your own city issued. If it is that card, call the site admin.",
        ),
    ),
    "nonce_used": Entry(
        QT_TRANSLATE_NOOP("Wording", "The sign-in took too long."),
        QT_TRANSLATE_NOOP("Wording", "Type the PIN again."),
    ),
    "signature_bad": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre could not verify the card's signature."),
        QT_TRANSLATE_NOOP("Wording", "Try again. If it happens again, call the site admin."),
    ),
    "person_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not know the holder of this card."),
        QT_TRANSLATE_NOOP("Wording", "Ask the site admin to enter you in the directory."),
    ),
    "person_inactive": Entry(
        QT_TRANSLATE_NOOP("Wording", "This account is not active."),
        QT_TRANSLATE_NOOP("Wording", "Ask the site admin or your leader."),
    ),
    "workstation_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not know this computer any more."),
        QT_TRANSLATE_NOOP("Wording", "Ask the site admin for a new enrolment code."),
    ),
    "card_without_vault_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card has no key that can protect the work on this computer."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Sign in while the network is there, or ask the site admin for another card.",
        ),
    ),
    "vault": Entry(
        QT_TRANSLATE_NOOP("Wording", "The data on this computer could not be unlocked."),
        QT_TRANSLATE_NOOP("Wording", "Try again. If it happens again, call the site admin."),
    ),
    "vault_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "The keys for your data on this computer are missing."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Connect the network and sign in: the data is fetched anew. Unsent work needs the site admin.",
        ),
    ),
    "vault_corrupt": Entry(
        QT_TRANSLATE_NOOP("Wording", "The keys for your data on this computer are damaged."),
        QT_TRANSLATE_NOOP("Wording", "Do not delete anything. Call the site admin."),
    ),
    "vault_slot_corrupt": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card's part of the keys is damaged."),
        QT_TRANSLATE_NOOP("Wording", "Connect the network and sign in once; then it is written anew."),
    ),
    "vault_wrong_card": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card does not open the data on this computer."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Use the card of the last sign-in, or connect the network to sign in anew.",
        ),
    ),
    "vault_device_secret_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "The key of this computer is missing from its key store."),
        QT_TRANSLATE_NOOP("Wording", "Connect the network and sign in. If it stays, call the site admin."),
    ),
    "vault_card_unsuitable": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card's key cannot protect the data on this computer."),
        QT_TRANSLATE_NOOP("Wording", "Work online with it, or ask the site admin for another card."),
    ),
    "officer_not_entitled": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card's holder may not do this here."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It takes a site admin's or a supervisor's card, as the heading says. No PIN try was spent.",
        ),
    ),
}
