"""What a dishonest or broken chip does wrong, one at a time: each is refused by a reason of its own."""

from __future__ import annotations

from enum import Enum


class Hostility(Enum):
    """A way to be wrong; the values are stable names."""

    NONE = "none"
    OTHER_SECURITY_OBJECT = "other_security_object"  # the SOD of another person's document
    ALTERED_GROUP = "altered_group"  # one bit of DG13
    ADDED_GROUP = "added_group"  # a DG11 that nobody signed
    HIDDEN_PACE = "hidden_pace"  # EF.CardAccess gone, so that BAC is used
    WRONG_MAC = "wrong_mac"
    REPEATED_COUNTER = "repeated_counter"  # answers under the counter of before
    FIXED_ANSWER = "fixed_answer"  # active authentication: a signature of another challenge
    WRONG_GENERATOR = "wrong_generator"  # chip key on an explicit curve with another generator
    FORGED_SIGNATURE = "forged_signature"  # the security object's own
    HIDDEN_SIGNATURE = "hidden_signature"  # the security object gone
    HIDDEN_KEY = "hidden_key"  # DG14 and DG15 gone, so that the chip need prove nothing
    UNPROTECTED = "unprotected"  # answers in the clear once the session stands
    COPIED_CHIP = "copied_chip"  # chip authentication without the key
    CUT_SHORT = "cut_short"  # DG13 announces more than it holds
    TWO_GIGABYTES = "two_gigabytes"  # announced by a file's header
    ENDLESS_PIECES = "endless_pieces"  # 61xx for ever
    OTHER_CARD_SECURITY = "other_card_security"  # the signed keys of another chip
    HIDDEN_CARD_SECURITY = "hidden_card_security"  # none at all, though PACE was to prove the chip
    POINT_OFF_CURVE = "point_off_curve"  # PACE's mapping key
