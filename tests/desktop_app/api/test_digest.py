"""Sums and rows over the wire."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from desktop_app.api.auth import FixedToken
from desktop_app.api.digest import MOST_ROWS, DigestSource
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession
from desktop_app.domain.digest import Sum
from tests.support.scripted_server import ScriptedServer, answer

Serve = Callable[..., tuple[ScriptedServer, ApiSession]]


def source(serve: Serve, *bodies: object) -> tuple[ScriptedServer, DigestSource]:
    server, session = serve(*(answer(200, body) for body in bodies))
    return server, DigestSource(session, FixedToken("t"), "c 1")


def test_sums_members_and_rows(serve: Serve) -> None:
    told = {"entity": "report", "slice": 3, "count": 1, "total": "0" * 64}
    row = {"seq": 4, "entity": "report", "id": "r-1", "op": "put", "version": 2, "data": {"id": "r-1"}}
    server, digest = source(
        serve, {"sums": [told]}, {"members": [{"id": "r-1", "version": 2}]}, {"rows": [row]}
    )
    assert digest.sums() == [Sum(**told)]  # type: ignore[arg-type]
    assert digest.members("report", 3) == [("r-1", 2)]
    [line] = digest.rows("report", ["r-1"] * (MOST_ROWS + 9))
    assert (line.id, line.version, line.data) == ("r-1", 2, {"id": "r-1"})
    targets = [heard.target for heard in server.heard]
    assert targets == ["/v1/sync/digest?cursor=c+1", "/v1/sync/digest/report/3?cursor=c+1", "/v1/sync/rows"]
    assert len(msgspec.json.decode(server.heard[2].body)["ids"]) == MOST_ROWS


@pytest.mark.parametrize("body", [{}, {"sums": 1}, {"sums": [{"entity": "report"}]}])
def test_sums_of_another_shape(serve: Serve, body: object) -> None:
    _, digest = source(serve, body)
    with pytest.raises(Garbage):
        digest.sums()
