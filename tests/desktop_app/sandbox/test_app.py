"""The application serves exactly the paths and methods of the contract."""

from __future__ import annotations

from starlette.routing import Route

from desktop_app.sandbox.app import create_app
from tests.support import contract
from tests.support.small_city import SmallCity


def test_every_path_and_method_of_the_contract_and_no_other(city: SmallCity) -> None:
    served = {
        (route.path, method)
        for route in create_app(city.service).routes
        if isinstance(route, Route)
        for method in _methods(route)
    }
    written = {
        (path, method.upper())
        for path, item in contract.document()["paths"].items()
        for method in item
        if method in {"get", "post", "put", "patch", "delete", "head", "options"}
    }
    assert served == written


def _methods(route: Route) -> set[str]:
    """A route that answers GET answers HEAD as well, unasked."""
    methods = set(route.methods or ())
    return methods - {"HEAD"} if "GET" in methods else methods
