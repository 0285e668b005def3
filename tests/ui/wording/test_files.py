"""Every refusal of files, sealing and officers' orders has a sentence."""

from __future__ import annotations

import ast
import inspect
from types import ModuleType

from desktop_app.ceremonies import recovery
from desktop_app.sandbox import epochs, files, officer_orders, recoveries, uploads
from desktop_app.triage import report_files
from desktop_app.vault import sealed_work
from tests.support.errors import places
from ui.wording import TABLE
from ui.wording.files import FILES


def raised(module: ModuleType, name: str, place: int) -> set[str]:
    """The literal codes that ``module`` raises ``name`` with."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call))
    mine = (call for call in calls if getattr(call.func, "id", "") == name and len(call.args) > place)
    return {str(arg.value) for call in mine if isinstance(arg := call.args[place], ast.Constant)}


def test_every_refusal_of_a_file_has_a_sentence() -> None:
    reasons = raised(report_files, "FileRefused", 0)
    assert reasons == {"file_empty", "file_too_large", "file_type"}
    assert reasons <= set(FILES)
    assert {files.MISSING, files.REDACTED} <= set(FILES)


def test_every_refusal_of_an_order_or_an_upload_has_a_sentence() -> None:
    known = {"offset_mismatch", "checksum_mismatch", "upload_expired"}  # the client goes on by itself
    modules = (epochs, officer_orders, recoveries, uploads)
    told = {code for module in modules for code in raised(module, "Refused", 1)}
    assert told - known <= set(TABLE)


def test_only_a_files_own_name_and_size_are_wanted() -> None:
    assert {place for entry in FILES.values() for place in places(entry)} <= {"name", "megapixels"}


def test_what_stops_a_recovery_at_the_desk_has_a_sentence() -> None:
    errors = (recovery.NotEnrolled, recovery.NotSealed, recovery.SameAdmin, sealed_work.SealingImpossible)
    assert {error.code for error in errors} <= set(TABLE)
