"""What a source of the centre knew about a report: camera, outlet, station, and the like, by name."""

from __future__ import annotations

from ui.detail.ties import PARENT
from ui.language import translate
from ui.vocabulary.markup import lines, muted, paragraphs


def evidence_text(evidence: dict[str, str]) -> str:
    """Return the fields of the source as harmless markup; a field of a newer server keeps its name.

    Which report it is part of is told among the ties.
    """
    names = _field_names()
    told = ((names.get(key, key), value) for key, value in evidence.items() if key != PARENT)
    return lines([f"{muted(name + ':')} {paragraphs(value)}" for name, value in told], gap=2)


def _field_names() -> dict[str, str]:
    return {
        "camera": translate("Evidence", "Camera"),
        "time": translate("Evidence", "Time"),
        "group": translate("Evidence", "Group"),
        "level": translate("Evidence", "Level"),
        "area": translate("Evidence", "Area"),
        "valid_until": translate("Evidence", "Valid until"),
        "outlet": translate("Evidence", "Outlet"),
        "link": translate("Evidence", "Link"),
        "clip": translate("Evidence", "Clip"),
        "date": translate("Evidence", "Date"),
        "station": translate("Evidence", "Station"),
        "quantity": translate("Evidence", "Quantity"),
        "value": translate("Evidence", "Value"),
        "limit": translate("Evidence", "Limit"),
        "channel": translate("Evidence", "Channel"),
        "photo": translate("Evidence", "Photo"),
        "screen": translate("Evidence", "Screen"),
        "terminal": translate("Evidence", "Terminal"),
        "taps": translate("Evidence", "Taps"),
        "asset": translate("Evidence", "Asset"),
        "severity": translate("Evidence", "Severity"),
        "restricted": translate("Evidence", "Restricted"),
        "vessel": translate("Evidence", "Vessel"),
        "position": translate("Evidence", "Position"),
        "last_signal": translate("Evidence", "Last signal"),
        "dossier": translate("Evidence", "Dossier code"),
        "due": translate("Evidence", "Due"),
        "descriptor": translate("Evidence", "Details"),
        "location_type": translate("Evidence", "Kind of place"),
        "community_board": translate("Evidence", "Community board"),
        "borough": translate("Evidence", "Borough"),
        "agency": translate("Evidence", "Agency"),
        "zip": translate("Evidence", "Postcode"),
        "facility": translate("Evidence", "Facility"),
        "vehicle": translate("Evidence", "Vehicle"),
        "source_status": translate("Evidence", "Status at the source"),
    }
