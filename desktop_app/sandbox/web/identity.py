"""Health, enrolment, trust bundle, nonce, token, logout."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.sandbox import wire
from desktop_app.sandbox.auth.nonces import LIFETIME_SECONDS
from desktop_app.sandbox.auth.proofs import ProofRefused
from desktop_app.sandbox.auth.workstations import Application
from desktop_app.sandbox.origin import TOKEN_PATH
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.service import Service
from desktop_app.sandbox.web.answers import answer, empty, oauth_problem, service_of
from desktop_app.sandbox.web.bodies import credentials, read_form, read_json

API_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """The body of ``POST /v1/enrolments``."""

    code: Annotated[str, msgspec.Meta(max_length=32)]
    jwk: dict[str, str]
    key_class: Literal["keyring", "file"]
    hostname: Annotated[str, msgspec.Meta(max_length=255)]
    modes: Annotated[list[Literal["desk", "kiosk", "counter"]], msgspec.Meta(max_length=3)]


async def health(request: Request) -> Response:
    """``GET /v1/health``."""
    service = service_of(request)
    document = {
        "status": "ok",
        "server_time": wire.instant(service.now()),
        "epoch": service.epoch,
        "api_version": API_VERSION,
        "min_client": service.programs.minimum,
    }
    return answer(request, document)


async def enrol(request: Request) -> Response:
    """``POST /v1/enrolments``."""
    asked = await read_json(request, EnrolmentRequest)
    address = request.client.host if request.client else ""
    return answer(request, await run_in_threadpool(_enrol, service_of(request), asked, address), 201)


def _enrol(service: Service, asked: EnrolmentRequest, address: str) -> dict[str, Any]:
    application = Application(asked.jwk, asked.key_class, asked.hostname, asked.modes)
    enrolled = service.workstations.enrol(asked.code, application, address)
    with service.engine.connect() as connection:
        bundle = service.bundles.current(connection)
    ders = [certificate.public_bytes(Encoding.DER) for certificate in enrolled.chain]
    return {
        "workstation_id": enrolled.workstation_id,
        "terminal_id": enrolled.terminal_id,
        "epoch": enrolled.epoch,
        "certificate_chain": [b64encode(der).decode() for der in ders],
        "bundle": bundle,
    }


async def trust_bundle(request: Request) -> Response:
    """``GET /v1/trust-bundle``."""
    service, shown = service_of(request), credentials(request)

    def read() -> str:
        service.callers.workstation(shown)
        with service.engine.connect() as connection:
            return service.bundles.current(connection)

    return answer(request, {"bundle": await run_in_threadpool(read)})


async def nonce(request: Request) -> Response:
    """``GET /v1/auth/nonce``."""
    service = service_of(request)
    document = {
        "nonce": service.nonces.issue(),
        "expires_in": LIFETIME_SECONDS,
        "server_time": wire.instant(service.now()),
    }
    return answer(request, document)


async def token(request: Request) -> Response:
    """``POST /v1/auth/token``."""
    service, shown, form = service_of(request), credentials(request), await read_form(request)

    def grant() -> dict[str, Any]:
        thumbprint = service.proofs.holder(shown.proof, shown.method, shown.path)
        return service.token_endpoint.grant(form, thumbprint)

    try:
        return answer(request, await run_in_threadpool(grant))
    except ProofRefused as refused:
        return oauth_problem(request, Refused(400, refused.code))
    except Refused as refused:
        return oauth_problem(request, refused)


async def logout(request: Request) -> Response:
    """``POST /v1/auth/logout``."""
    service, shown = service_of(request), credentials(request)

    def leave() -> None:
        person = service.callers.person(shown)
        with service.writer.transaction() as connection:
            service.tokens.logout(connection, person.access_token)

    await run_in_threadpool(leave)
    return empty(request)


ROUTES = (
    Route("/v1/health", health),
    Route("/v1/enrolments", enrol, methods=["POST"]),
    Route("/v1/trust-bundle", trust_bundle),
    Route("/v1/auth/nonce", nonce),
    Route(TOKEN_PATH, token, methods=["POST"]),
    Route("/v1/auth/logout", logout, methods=["POST"]),
)
