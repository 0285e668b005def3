"""The card grant (RFC 7523): what the card must have signed, and what ends a sign-in."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from cardio.piv.objects import Slot
from desktop_app.conformance.card_folder import StaffCard, foreign_card
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import assertion, offer
from desktop_app.conformance.endings import require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import DISPATCHER, Scene
from desktop_app.conformance.workstation import Workstation

_TOO_LONG: Final = 600


def _signed_in(scene: Scene) -> None:
    card, station = scene.cards.card(DISPATCHER), scene.workstation()
    scene.bundle()
    told = offer(station, assertion(card, station)).expect(200)
    require(0 < told["expires_in"] <= 900, "the access token lives longer than 15 minutes")
    require(0 < told["refresh_expires_in"] <= 43_200, "the sign-in lives longer than 12 hours")
    person = told["person"]
    require(person["card_sha256"] == card.sha256(Slot.AUTHENTICATION), "another card's person")
    require(person["unit_id"] in person["units"], "the person's own unit is not among their units")


def _claims(code: str, changes: Callable[[Scene], dict[str, object]]) -> Callable[[Scene], None]:
    """Return a check that such claims are refused with ``code``."""

    def check(scene: Scene) -> None:
        card, station = scene.cards.card(DISPATCHER), scene.workstation()
        scene.bundle()
        offer(station, assertion(card, station, changes(scene))).expect(400, code)

    return check


def _card(code: str, choose: Callable[[Scene], StaffCard]) -> Callable[[Scene], None]:
    """Return a check that such a card is refused with ``code``."""

    def check(scene: Scene) -> None:
        card, station = choose(scene), scene.workstation()
        scene.bundle()
        offer(station, assertion(card, station)).expect(400, code)

    return check


def _twice(scene: Scene) -> None:
    card, station = scene.cards.card(DISPATCHER), scene.workstation()
    scene.bundle()
    nonce = {"nonce": station.nonce()}
    offer(station, assertion(card, station, nonce)).expect(200)
    offer(station, assertion(card, station, nonce)).expect(400, "nonce_used")


def _own_kind(scene: Scene) -> None:
    card, station = scene.cards.card(DISPATCHER), scene.workstation()
    scene.bundle()
    offer(station, assertion(card, station, kind="JWT")).expect(400, "signature_bad")


def _purpose(scene: Scene) -> None:
    card, station = scene.cards.card(DISPATCHER), scene.workstation()
    scene.bundle()
    signed = assertion(card, station, slot=Slot.CARD_AUTHENTICATION)
    offer(station, signed).expect(400, "wrong_purpose")


def _refresh(station: Workstation, refresh_token: str) -> Answer:
    return station.grant({"grant_type": "refresh_token", "refresh_token": refresh_token})


def _refreshed(scene: Scene) -> None:
    desk, station = scene.sign_in(DISPATCHER), scene.workstation()
    before = str(desk.tokens["refresh_token"])
    told = _refresh(station, before).expect(200)
    require(told["refresh_token"] != before, "the refresh token is not rotated")
    require(told["access_token"] != desk.token, "the access token is the old one")


def _refresh_bound(scene: Scene) -> None:
    desk = scene.sign_in(DISPATCHER)
    thief = Workstation(scene.exchange)
    _refresh(thief, str(desk.tokens["refresh_token"])).expect(400)


def _logged_out(scene: Scene) -> None:
    desk, station = scene.sign_in(DISPATCHER), scene.workstation()
    station.call("POST", "/v1/auth/logout", token=desk.token).expect(204)
    desk.page("").expect(401)
    _refresh(station, str(desk.tokens["refresh_token"])).expect(400)


def _expired(scene: Scene) -> StaffCard:
    return scene.cards.any_in("expired")


def _revoked(scene: Scene) -> StaffCard:
    return scene.cards.any_in("revoked")


def _foreign(_scene: Scene) -> StaffCard:
    return foreign_card()


def _long_life(_scene: Scene) -> dict[str, object]:
    return {"exp": int(time.time()) + _TOO_LONG}


def _elsewhere(_scene: Scene) -> dict[str, object]:
    return {"aud": "https://elsewhere.example/v1/auth/token"}


def _other_key(scene: Scene) -> dict[str, object]:
    return {"cnf": {"jkt": Workstation(scene.exchange).thumbprint}}


def _made_up_nonce(_scene: Scene) -> dict[str, object]:
    return {"nonce": "A" * 75}


CLAUSES: Final = (
    Clause(
        "card.sign_in", "a valid card earns its holder's tokens: 15 minutes, 12 hours at most", _signed_in
    ),
    Clause("card.nonce_once", "a nonce that a card has signed counts once", _twice),
    Clause("card.nonce_own", "only the server's own nonces count", _claims("nonce_used", _made_up_nonce)),
    Clause("card.lifetime", "an assertion lives at most 120 s", _claims("assertion_expired", _long_life)),
    Clause("card.audience", "one for another server is refused", _claims("assertion_invalid", _elsewhere)),
    Clause("card.bound", "one for another workstation is refused", _claims("assertion_invalid", _other_key)),
    Clause("card.kind", "an assertion of another kind (typ) is refused", _own_kind),
    Clause("card.purpose", "the key that needs no PIN (9E) does not sign in", _purpose),
    Clause("card.expired", "an expired card is refused", _card("certificate_expired", _expired)),
    Clause("card.revoked", "a revoked card is refused", _card("certificate_revoked", _revoked)),
    Clause("card.foreign", "an unknown authority's card is refused", _card("certificate_foreign", _foreign)),
    Clause("refresh.rotates", "a refresh gives other tokens", _refreshed),
    Clause("refresh.bound", "a refresh token is worth nothing without its key", _refresh_bound),
    Clause("logout.ends", "after logout neither token counts", _logged_out),
)
