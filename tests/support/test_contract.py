"""An answer is held against the contract each time anew, though what judges it is kept."""

from __future__ import annotations

import json

import pytest
import requests
from openapi_core.validation.response.exceptions import InvalidData

from tests.support.contract import check_answer

GOOD = {"nonce": "n" * 43, "expires_in": 60, "server_time": "2026-03-02T01:00:00.000000Z"}


def answer(document: dict[str, object]) -> requests.Response:
    made = requests.Response()
    made.status_code = 200
    made._content = json.dumps(document).encode()
    made.headers.update({"Content-Type": "application/json", "DPoP-Nonce": "n" * 43})
    made.request = requests.Request(
        "GET", "http://127.0.0.1:1/v1/auth/nonce", headers={"DPoP": "p"}
    ).prepare()
    return made


@pytest.mark.parametrize("wrong", [{"nonce": "short"}, {"expires_in": 0}, {"server_time": 5}])
def test_a_wrong_answer_fails_between_right_ones(wrong: dict[str, object]) -> None:
    check_answer(answer(GOOD))
    with pytest.raises(InvalidData):
        check_answer(answer({**GOOD, **wrong}))
    check_answer(answer(GOOD))
