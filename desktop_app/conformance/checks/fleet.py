"""Acts on a workstation: only by the cards that may, only over what the server has, and once."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from desktop_app import jose
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import HANDLER, SUPERVISOR, Scene

Claims = dict[str, Any]


def _head(scene: Scene) -> Claims:
    terminal = scene.terminal()
    return terminal.workstation.call("GET", terminal.path, token=terminal.token).expect(200)


def _post(scene: Scene, rest: str, document: object) -> Answer:
    terminal = scene.terminal()
    path = f"{terminal.path}/{rest}"
    return terminal.workstation.call("POST", path, token=terminal.token, document=document)


def _epoch_order(scene: Scene, role: str, **changes: object) -> str:
    head = _head(scene)
    claims = {
        "terminal_id": head["terminal_id"], "old_epoch": head["epoch"],
        "last_seq": head["next_expected_seq"] - 1, "head_hash": scene.terminal().head,
        "reason": "Kiểm tra hợp đồng / conformance", **changes,
    }  # fmt: skip
    return scene.cards.card(role).order(jose.Kind.EPOCH, claims)


def _entitled(scene: Scene) -> None:
    _post(scene, "epochs", {"order": _epoch_order(scene, HANDLER)}).expect(403, "not_entitled")


def _over_the_truth(scene: Scene) -> None:
    order = _epoch_order(scene, SUPERVISOR, head_hash="f" * 64)
    _post(scene, "epochs", {"order": order}).expect(409, "epoch_stale")


def _begun(scene: Scene) -> None:
    before, order = _head(scene), _epoch_order(scene, SUPERVISOR)
    told = _post(scene, "epochs", {"order": order}).expect(201)
    require(told["epoch"] == before["epoch"] + 1, f"epoch {told['epoch']} follows {before['epoch']}")
    require(told["head_hash"] == scene.terminal().head, "it does not chain to the last hash")
    again = _post(scene, "epochs", {"order": order}).expect(201)
    require(again == told, "the same order again begins another")


def _wipe_own(scene: Scene) -> None:
    """A wipe that was never ordered cannot be confirmed."""
    document = {"order_id": "0" * 36, "accounts": 0, "sealed": 0}
    _post(scene, "wiped", document).expect(404, "not_found")


def _recovery(scene: Scene) -> None:
    """Work sealed for the server's own key opens for no card but two admins'."""
    key = scene.bundle().get("recovery_key")
    if key is None:
        raise Untested("the policy has no recovery key")
    person = scene.desk(HANDLER).person["id"]
    sealed = jose.seal(msgspec.json.encode({"person_id": person, "events": [], "drafts": []}), key)
    claims = {"person_id": person, "sealed_sha256": jose.sha256_hex(sealed)}
    orders = [scene.cards.card(role).order(jose.Kind.RECOVERY, claims) for role in (HANDLER, SUPERVISOR)]
    _post(scene, "recoveries", {"sealed": sealed, "orders": orders}).expect(403, "not_entitled")


CLAUSES: Final = (
    Clause("epoch.entitled", "an epoch is begun by a supervisor's card alone", _entitled),
    Clause("epoch.stale", "and only over what the server has", _over_the_truth),
    Clause("epoch.begun", "it follows the old one, chains to its last hash, and is begun once", _begun),
    Clause("wipe.own", "a wipe that was not ordered is confirmed by nobody", _wipe_own),
    Clause("recovery.entitled", "sealed work opens for no card but two admins'", _recovery),
)
