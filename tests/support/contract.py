"""Every exchange a test has with the sandbox is held against ``openapi.yaml``."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import requests
import yaml
from jsonschema_path import SchemaPath
from openapi_core import Config, OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from openapi_core.validation.schemas import oas31_schema_validators_factory
from openapi_core.validation.schemas.factories import SchemaValidatorsFactory
from openapi_core.validation.schemas.validators import SchemaValidator

import resources
from tests.support.protocols import remember_protocols

NAME = "central_api/openapi.yaml"
remember_protocols()  # the validators ask dozens of times a message


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """Return the contract as it is written."""
    loaded: dict[str, Any] = yaml.safe_load(resources.read_text(NAME))
    return loaded


class _OneValidatorEach(SchemaValidatorsFactory):
    """Keeps what judges a schema: the library makes it anew for each part of each message."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], SchemaValidator] = {}

    def create(self, spec: SchemaPath, schema: SchemaPath, *options: Any, **named: Any) -> SchemaValidator:  # noqa: ANN401 - of the library
        """Return the validator of ``schema``; the options are the contract's, the same each time."""
        place = (id(schema.accessor), *schema.parts)
        if place not in self._made:  # which keeps the schema, and so the number is nobody else's
            self._made[place] = oas31_schema_validators_factory.create(spec, schema, *options, **named)
        return self._made[place]


@lru_cache(maxsize=1)
def _contract() -> OpenAPI:
    written = dict(document())
    # openapi-core has no DPoP scheme; proofs have tests of their own.
    components = {name: part for name, part in written["components"].items() if name != "securitySchemes"}
    paths = {path: _without_security(item) for path, item in written["paths"].items()}
    config = Config(
        extra_media_type_deserializers={"application/problem+json": json.loads},
        schema_validators_factory=_OneValidatorEach(),
    )
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
