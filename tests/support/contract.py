"""Every exchange a test has with the sandbox is held against ``openapi.yaml``."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import requests
import yaml
from openapi_core import Config, OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse

import resources

NAME = "central_api/openapi.yaml"


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """Return the contract as it is written."""
    loaded: dict[str, Any] = yaml.safe_load(resources.read_text(NAME))
    return loaded


@lru_cache(maxsize=1)
def _contract() -> OpenAPI:
    written = dict(document())
    # openapi-core has no DPoP scheme; proofs have tests of their own.
    components = {name: part for name, part in written["components"].items() if name != "securitySchemes"}
    paths = {path: _without_security(item) for path, item in written["paths"].items()}
    config = Config(extra_media_type_deserializers={"application/problem+json": json.loads})
    return OpenAPI.from_dict({**written, "components": components, "paths": paths}, config=config)


def _without_security(item: dict[str, Any]) -> dict[str, Any]:
    return {
        method: {k: v for k, v in part.items() if k != "security"} if isinstance(part, dict) else part
        for method, part in item.items()
    }


def check_request(sent: requests.PreparedRequest) -> None:
    """Fail unless the request follows the contract."""
    _contract().validate_request(RequestsOpenAPIRequest(sent))


def check_answer(answer: requests.Response) -> None:
    """Fail unless the answer follows the contract."""
    request = RequestsOpenAPIRequest(answer.request)
    _contract().validate_response(request, RequestsOpenAPIResponse(answer))
