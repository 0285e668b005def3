"""What can go wrong with a card or a reader: one class per cause, each carrying data and no sentences.

Map:
    card_error     the base of all, and what the person can do: ``remedy`` decides without knowing every class
    readers        the service, the readers, the card in them
    pins           PIN and PUK, typed on the keyboard or on a reader's keys
    tokens         tokens with a maker's module
    conversation   what a card answered, or could not
    certificates   why a card or document is not believed

The sentences (Vietnamese and English) belong to the user interface, which looks them up by ``code``.
"""

from cardio.errors.card_error import CardError, Remedy
from cardio.errors.certificates import (
    BadSignature,
    CrlRefused,
    Expired,
    ForeignIssuer,
    NotYetValid,
    ObjectAltered,
    Revoked,
    WrongKey,
    WrongPurpose,
)
from cardio.errors.conversation import (
    OBJECT_FAULTS,
    AnswerTooLong,
    ApduError,
    ConditionsNotSatisfied,
    ObjectMissing,
    ProtocolViolation,
    UnsupportedKey,
)
from cardio.errors.pins import (
    EntryWrong,
    IssuerOnly,
    PinBlocked,
    PinEntryCancelled,
    PinEntryDiffers,
    PinEntryTimedOut,
    PinFormat,
    PinPadFailed,
    PinRefused,
    PinWrong,
    PukBlocked,
    PukWrong,
)
from cardio.errors.readers import (
    CardHeldElsewhere,
    CardMute,
    CardRemoved,
    CardWasReset,
    ContactlessRefused,
    NoReader,
    NoService,
    NumberOnly,
    ReaderFault,
    ReaderNotAnswering,
    UnknownCard,
)
from cardio.errors.tokens import (
    TokenCannot,
    TokenModuleFailed,
    TokenPinWrong,
)

__all__ = [
    "OBJECT_FAULTS",
    "AnswerTooLong",
    "ApduError",
    "BadSignature",
    "CardError",
    "CardHeldElsewhere",
    "CardMute",
    "CardRemoved",
    "CardWasReset",
    "ConditionsNotSatisfied",
    "ContactlessRefused",
    "CrlRefused",
    "EntryWrong",
    "Expired",
    "ForeignIssuer",
    "IssuerOnly",
    "NoReader",
    "NoService",
    "NotYetValid",
    "NumberOnly",
    "ObjectAltered",
    "ObjectMissing",
    "PinBlocked",
    "PinEntryCancelled",
    "PinEntryDiffers",
    "PinEntryTimedOut",
    "PinFormat",
    "PinPadFailed",
    "PinRefused",
    "PinWrong",
    "ProtocolViolation",
    "PukBlocked",
    "PukWrong",
    "ReaderFault",
    "ReaderNotAnswering",
    "Remedy",
    "Revoked",
    "TokenCannot",
    "TokenModuleFailed",
    "TokenPinWrong",
    "UnknownCard",
    "UnsupportedKey",
    "WrongKey",
    "WrongPurpose",
]
