"""Machine-readable zones (Doc 9303-5, -4): TD1 on cards, three lines of 30; TD3 in passports, two of 44.

Typed or scanned text is read strictly: a wrong check digit is named by its field and nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Literal

from cardio.document_errors import MrzInvalid

_WEIGHTS: Final = (7, 3, 1)
_SIGNS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FILLER: Final = "<"
Field = Literal["length", "characters", "document_number", "birth", "expiry", "optional", "composite"]


class Format(Enum):
    """A size of zone; the value is lines × characters."""

    TD1 = (3, 30)
    TD3 = (2, 44)

    @property
    def length(self) -> int:
        """All characters together."""
        return self.value[0] * self.value[1]


@dataclass(frozen=True, slots=True)
class Mrz:
    """A zone whose check digits hold. Dates are YYMMDD as printed; names as transliterated."""

    format: Format
    document_code: str
    issuer: str
    document_number: str = field(repr=False)
    birth: str = field(repr=False)
    sex: str = field(repr=False)
    expiry: str
    nationality: str = field(repr=False)
    surname: str = field(repr=False)
    given_names: str = field(repr=False)
    optional: str = field(repr=False)


def check_digit(text: str) -> str:
    """The check digit over `text` (Doc 9303-3, 4.9); MrzInvalid for signs that no zone has."""
    total = 0
    for at, sign in enumerate(text):
        value = 0 if sign == _FILLER else _SIGNS.find(sign)
        if value < 0:
            raise MrzInvalid("characters")
        total += value * _WEIGHTS[at % 3]
    return str(total % 10)


def read(text: str) -> Mrz:
    """The zone in `text`, with line ends and blanks anywhere; raises MrzInvalid naming the field."""
    zone = "".join(text.split()).upper()
    if any(sign != _FILLER and sign not in _SIGNS for sign in zone):
        raise MrzInvalid("characters")
    if len(zone) == Format.TD1.length:
        return _td1(zone)
    if len(zone) == Format.TD3.length:
        return _td3(zone)
    raise MrzInvalid("length")


def write(mrz: Mrz) -> str:
    """The zone as one string, check digits computed: the reverse of `read`."""
    name = f"{mrz.surname}<<{mrz.given_names}".replace(" ", _FILLER)
    number, birth, expiry = _checked(mrz.document_number, 9), _checked(mrz.birth), _checked(mrz.expiry)
    code, issuer = mrz.document_code.ljust(2, _FILLER), mrz.issuer.ljust(3, _FILLER)
    nationality, sex = mrz.nationality.ljust(3, _FILLER), mrz.sex or _FILLER
    if mrz.format is Format.TD1:
        first = f"{code}{issuer}{number}{_fill(mrz.optional, 15)}"
        second = f"{birth}{sex}{expiry}{nationality}{_fill('', 11)}"
        composite = check_digit(first[5:] + birth + expiry + second[18:29])
        return f"{first}{second}{composite}{_fill(name, 30)}"
    second = f"{number}{nationality}{birth}{sex}{expiry}{_checked(mrz.optional, 14)}"
    composite = check_digit(number + birth + expiry + second[28:43])
    return f"{code}{issuer}{_fill(name, 39)}{second}{composite}"


def _td1(zone: str) -> Mrz:
    first, second, third = zone[:30], zone[30:60], zone[60:]
    number, optional = first[5:14], first[15:]
    if first[14] == _FILLER:  # a longer number goes on in the optional data (Doc 9303-5, 4.2.4)
        rest, _, optional = optional.partition(_FILLER)
        number, given = number + rest[:-1], rest[-1:]
        _check("document_number", number, given)
    else:
        _check("document_number", number, first[14])
    _check("birth", second[:6], second[6])
    _check("expiry", second[8:14], second[14])
    _check("composite", first[5:] + second[:7] + second[8:15] + second[18:29], second[29])
    return Mrz(
        Format.TD1,
        document_code=_text(first[:2]),
        issuer=_text(first[2:5]),
        document_number=_text(number),
        birth=second[:6],
        sex=_text(second[7]),
        expiry=second[8:14],
        nationality=_text(second[15:18]),
        surname=_names(third)[0],
        given_names=_names(third)[1],
        optional=_text(optional),
    )


def _td3(zone: str) -> Mrz:
    first, second = zone[:44], zone[44:]
    _check("document_number", second[:9], second[9])
    _check("birth", second[13:19], second[19])
    _check("expiry", second[21:27], second[27])
    if second[28:43].strip(_FILLER):  # nothing there: the digit may be a filler (Doc 9303-4, 4.2.2.2)
        _check("optional", second[28:42], second[42])
    _check("composite", second[:10] + second[13:20] + second[21:43], second[43])
    surname, given = _names(first[5:])
    return Mrz(
        Format.TD3,
        document_code=_text(first[:2]),
        issuer=_text(first[2:5]),
        document_number=_text(second[:9]),
        birth=second[13:19],
        sex=_text(second[20]),
        expiry=second[21:27],
        nationality=_text(second[10:13]),
        surname=surname,
        given_names=given,
        optional=_text(second[28:42]),
    )


def _check(name: Field, text: str, digit: str) -> None:
    if check_digit(text) != digit:
        raise MrzInvalid(name)


def _checked(text: str, length: int = 6) -> str:
    filled = _fill(text, length)
    return filled + check_digit(filled)


def _fill(text: str, length: int) -> str:
    return text[:length].ljust(length, _FILLER)


def _text(part: str) -> str:
    return part.replace(_FILLER, " ").strip()


def _names(part: str) -> tuple[str, str]:
    surname, _, given = part.partition(_FILLER * 2)
    return _text(surname), _text(given)
