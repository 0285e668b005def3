"""Every refusal of the workflow and every problem of a payload has a sentence."""

import ast
import inspect

from desktop_app.domain import payloads
from desktop_app.domain.workflow import Refusal
from tests.support.errors import places
from ui.wording.work import WORK


def payload_problems() -> set[str]:
    """The literals that ``payloads`` raises ``PayloadInvalid`` with."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(payloads))) if isinstance(node, ast.Call))
    raised = (call for call in calls if getattr(call.func, "id", "") == "PayloadInvalid")
    return {ast.literal_eval(call.args[1]) for call in raised}


def test_every_refusal_has_a_sentence() -> None:
    assert set(Refusal) <= set(WORK)


def test_every_payload_problem_has_a_sentence() -> None:
    assert {"missing", "empty", "too_long"} <= payload_problems() <= set(WORK)


def test_only_sentences_of_errors_with_data_want_some() -> None:
    """Both are raised with what they name: ``Unfilled`` its blanks, ``UnknownSlot`` its names."""
    assert {code for code, entry in WORK.items() if places(entry)} == {"unfilled", "unknown_slot"}
