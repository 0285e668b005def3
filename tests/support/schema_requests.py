"""Requests made from the contract itself: as it allows them, and a little beside it.

A generator for the schema words that ``openapi.yaml`` uses, on Hypothesis; every value may also be junk, so
that a server meets what no client of the contract sends.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tests.support import contract

Schema = dict[str, Any]
_METHODS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=40),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)


@dataclass(frozen=True)
class Operation:
    """One operation of the contract."""

    id: str
    method: str
    path: str
    who: str | None
    parameters: tuple[Schema, ...] = ()
    body: Schema | None = None
    media_type: str = "application/json"


@dataclass(frozen=True)
class Made:
    """A request: where to, what with."""

    operation: Operation
    path: str
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None


def operations() -> list[Operation]:
    """Return every operation that the contract names."""
    return [
        _operation(path, method, item[method], item.get("parameters", []))
        for path, item in contract.document()["paths"].items()
        for method in sorted(_METHODS & set(item))
    ]


def _operation(path: str, method: str, told: Schema, shared: list[Schema]) -> Operation:
    security = told.get("security") or [{}]
    content = told.get("requestBody", {}).get("content", {})
    media_type, body = next(iter(content.items()), ("application/json", None))
    parameters = tuple(resolved(one) for one in (*shared, *told.get("parameters", ())))
    who = next(iter(security[0]), None)
    schema = None if body is None else body.get("schema", {"type": "string"})
    return Operation(told["operationId"], method.upper(), path, who, parameters, schema, media_type)


def resolved(schema: Schema) -> Schema:
    """Follow ``$ref`` once and for all."""
    while "$ref" in schema:
        found: Any = contract.document()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema


def values(schema: Schema) -> st.SearchStrategy[Any]:
    """Return what ``schema`` allows, and now and then junk."""
    return st.one_of(_allowed(resolved(schema)), _allowed(resolved(schema)), JUNK)


def _allowed(schema: Schema) -> st.SearchStrategy[Any]:
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "oneOf" in schema:
        return st.one_of(*(values(one) for one in schema["oneOf"]))
    kinds = schema.get("type", "object")
    if isinstance(kinds, list):
        return st.one_of(*(_allowed({**schema, "type": kind}) for kind in kinds))
    return _TYPES[kinds](schema)


def _text(schema: Schema) -> st.SearchStrategy[str]:
    if "pattern" in schema:
        return st.from_regex(re.compile(schema["pattern"]), fullmatch=True)
    return st.text(min_size=schema.get("minLength", 0), max_size=min(schema.get("maxLength", 40), 600))


def _number(schema: Schema) -> st.SearchStrategy[int]:
    return st.integers(schema.get("minimum", -(2**40)), schema.get("maximum", 2**70))


def _list(schema: Schema) -> st.SearchStrategy[list[Any]]:
    most = min(schema.get("maxItems", 3), 3)
    return st.lists(values(schema["items"]), min_size=min(schema.get("minItems", 0), most), max_size=most)


def _object(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    parts = {name: values(part) for name, part in schema.get("properties", {}).items()}
    required = {name: part for name, part in parts.items() if name in schema.get("required", ())}
    optional = {name: part for name, part in parts.items() if name not in required}
    return st.fixed_dictionaries(required, optional=optional)


_TYPES: dict[str, Callable[[Schema], st.SearchStrategy[Any]]] = {
    "string": _text, "integer": _number, "number": _number, "array": _list, "object": _object,
    "boolean": lambda _: st.booleans(), "null": lambda _: st.none(),
}  # fmt: skip
