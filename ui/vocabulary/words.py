"""The words for states, phases, commands, outcomes, filters, sorts and reasons, in the current language.

Each table is built once in a language: a step through the list asks for some two hundred words.
"""

from __future__ import annotations

from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.notices import NOT_ACCEPTED, RECALCULATED
from desktop_app.domain.outbox import AnyCommand, OutboxState
from desktop_app.domain.phases import Phase
from desktop_app.domain.report import QUESTION_WANTED, Outcome, Priority, Procedure
from desktop_app.domain.workflow import Command, State
from ui.language import once_per_language, translate


@once_per_language
def _states() -> dict[State, str]:
    return {
        State.RECEIVED: translate("State", "Received"),
        State.VERIFIED: translate("State", "Verified"),
        State.REJECTED: translate("State", "Rejected"),
        State.DUPLICATE: translate("State", "Duplicate"),
        State.DISTRIBUTED: translate("State", "Distributed"),
        State.IN_PROGRESS: translate("State", "In progress"),
        State.RETURNED: translate("State", "Returned"),
        State.AWAITING_CITIZEN: translate("State", "Awaiting the citizen"),
        State.MONITORING: translate("State", "Monitoring"),
        State.AWAITING_APPROVAL: translate("State", "Awaiting approval"),
        State.APPROVED: translate("State", "Approved"),
        State.PUBLISHED: translate("State", "Published"),
        State.CLOSED: translate("State", "Closed"),
        State.REOPEN_REQUESTED: translate("State", "Reopening requested"),
        State.REOPENED: translate("State", "Reopened"),
    }


def state_word(state: State) -> str:
    """Return the internal state as staff read it."""
    return _states()[state]


@once_per_language
def _phases() -> dict[Phase, str]:
    return {
        Phase.RECEIVED: translate("Phase", "Received"),
        Phase.IN_PROGRESS: translate("Phase", "Being handled"),
        Phase.AWAITING_CITIZEN: translate("Phase", "Waiting for your answer"),
        Phase.RESOLVED: translate("Phase", "Handled"),
        Phase.NOT_ACCEPTED: translate("Phase", "Not accepted"),
        Phase.DUPLICATE: translate("Phase", "Reported before"),
        Phase.RECONSIDERED: translate("Phase", "Being reconsidered"),
    }


def phase_word(phase: Phase) -> str:
    """Return the public phase as the citizen reads it."""
    return _phases()[phase]


@once_per_language
def _outcomes() -> dict[Outcome, str]:
    return {
        Outcome.FIXED: translate("Outcome", "Fixed"),
        Outcome.PLANNED: translate("Outcome", "Planned"),
        Outcome.NOT_FIXED: translate("Outcome", "Cannot be fixed"),
    }


def outcome_word(outcome: Outcome) -> str:
    """Return what came of the report, as the citizen reads it."""
    return _outcomes()[outcome]


@once_per_language
def _priorities() -> dict[Priority, str]:
    return {
        Priority.LOW: translate("Priority", "Low"),
        Priority.NORMAL: translate("Priority", "Normal"),
        Priority.HIGH: translate("Priority", "High"),
    }


def priority_word(priority: Priority) -> str:
    """Return the priority's name."""
    return _priorities()[priority]


def procedure_word(procedure: Procedure) -> str:
    """Return the name of one of the city's two procedures."""
    if procedure is Procedure.INSTANT:
        return translate("Procedure", "Instant: worked on at once, 30 minutes")
    return translate("Procedure", "Timed: working days")


@once_per_language
def _sources() -> dict[str, str]:
    return {
        "app": translate("Source", "Citizen app"),
        "web": translate("Source", "Website"),
        "hotline": translate("Source", "Hotline"),
        "counter": translate("Source", "Counter"),
        "field": translate("Source", "Field report"),
        "camera": translate("Source", "Camera"),
        "warning": translate("Source", "Warning"),
        "press": translate("Source", "Press"),
        "environment": translate("Source", "Environment station"),
        "zalo": translate("Source", "Zalo"),
        "email": translate("Source", "E-mail"),
        "advertising": translate("Source", "Advertising screen"),
        "staff_card": translate("Source", "Staff card"),
        "infosec": translate("Source", "Information security"),
        "fishing_vessel": translate("Source", "Fishing vessel"),
        "public_service": translate("Source", "Public service"),
        "phone": translate("Source", "Phone"),
        "online": translate("Source", "Online"),
        "mobile": translate("Source", "Mobile app"),
        "unknown": translate("Source", "Not known"),
    }


def source_word(source: str) -> str:
    """Return where a report came from; a source of a newer server stands as it is."""
    return _sources().get(source.lower(), source)


@once_per_language
def _commands() -> dict[Command, str]:
    return {
        Command.VERIFY: translate("Command", "Verify"),
        Command.REJECT: translate("Command", "Reject"),
        Command.MARK_DUPLICATE: translate("Command", "Mark as duplicate"),
        Command.DISTRIBUTE: translate("Command", "Distribute"),
        Command.ACCEPT: translate("Command", "Accept"),
        Command.HAND_DOWN: translate("Command", "Hand down"),
        Command.RETURN: translate("Command", "Return"),
        Command.ASK_CITIZEN: translate("Command", "Ask the citizen"),
        Command.REPLY: translate("Command", "Reply"),
        Command.EXPIRE: translate("Command", "Let expire"),
        Command.MONITOR: translate("Command", "Monitor"),
        Command.RESUME: translate("Command", "Resume"),
        Command.SUBMIT: translate("Command", "Write the answer"),
        Command.SEND_BACK: translate("Command", "Send back"),
        Command.APPROVE: translate("Command", "Approve"),
        Command.PUBLISH: translate("Command", "Publish"),
        Command.CLOSE: translate("Command", "Close"),
        Command.REQUEST_REOPEN: translate("Command", "Request reopening"),
        Command.DECIDE_REOPEN: translate("Command", "Decide on reopening"),
        Command.REQUEST_EXTENSION: translate("Command", "Request extension"),
        Command.DECIDE_EXTENSION: translate("Command", "Decide on extension"),
        Command.NOTE: translate("Command", "Note"),
        Command.CONTRIBUTE: translate("Command", "Contribute"),
        Command.ATTACH: translate("Command", "Attach"),
        Command.TAG: translate("Command", "Tags"),
        Command.PRIORITISE: translate("Command", "Priority"),
        Command.URGE: translate("Command", "Urge"),
        Command.SPLIT: translate("Command", "Split"),
        Command.MERGE: translate("Command", "Merge"),
    }


@once_per_language
def _of_the_hotline() -> dict[HotlineCommand, str]:
    return {
        HotlineCommand.RECEIVE: translate("Command", "Take a call"),
        HotlineCommand.HAND_OVER: translate("Command", "Hand the shift over"),
        HotlineCommand.TAKE_OVER: translate("Command", "Take the shift over"),
    }


def command_word(command: AnyCommand) -> str:
    """Return the command as its button says it."""
    return _of_the_hotline()[command] if isinstance(command, HotlineCommand) else _commands()[command]


@once_per_language
def _done() -> dict[Command, str]:
    return {
        Command.VERIFY: translate("Done", "Verified."),
        Command.REJECT: translate("Done", "Rejected."),
        Command.DISTRIBUTE: translate("Done", "Distributed."),
        Command.ACCEPT: translate("Done", "Accepted."),
        Command.HAND_DOWN: translate("Done", "Handed down."),
        Command.RETURN: translate("Done", "Returned."),
        Command.ASK_CITIZEN: translate("Done", "Question sent to the citizen."),
        Command.MONITOR: translate("Done", "Being monitored."),
        Command.RESUME: translate("Done", "Resumed."),
        Command.SUBMIT: translate("Done", "Submitted for approval."),
        Command.SEND_BACK: translate("Done", "Sent back."),
        Command.APPROVE: translate("Done", "Approved."),
        Command.PUBLISH: translate("Done", "Published."),
        Command.NOTE: translate("Done", "Note added."),
        Command.CONTRIBUTE: translate("Done", "Contribution added."),
        Command.URGE: translate("Done", "Urged."),
        Command.PRIORITISE: translate("Done", "Priority changed."),
        Command.TAG: translate("Done", "Tags changed."),
    }


def done_sentence(command: Command, *, through_dispatcher: bool = False) -> str:
    """Return what the toast says once the command is written into the outbox.

    ``through_dispatcher``: a question that a dispatcher has still to send.
    """
    if through_dispatcher:
        return translate("Done", "Question given to the dispatcher, who sends it.")
    return _done().get(command, translate("Done", "Done: {command}.").format(command=command_word(command)))


@once_per_language
def _entries() -> dict[str, str]:
    phrases: dict[str, str] = {
        "received": translate("Entry", "received the report"),
        HotlineCommand.RECEIVE: translate("Entry", "took the call"),
        Command.VERIFY: translate("Entry", "verified"),
        Command.REJECT: translate("Entry", "rejected"),
        Command.MARK_DUPLICATE: translate("Entry", "marked as duplicate"),
        Command.DISTRIBUTE: translate("Entry", "distributed"),
        Command.ACCEPT: translate("Entry", "accepted"),
        Command.HAND_DOWN: translate("Entry", "handed down"),
        Command.RETURN: translate("Entry", "returned"),
        Command.ASK_CITIZEN: translate("Entry", "asked the citizen"),
        QUESTION_WANTED: translate("Entry", "wants the citizen asked"),
        NOT_ACCEPTED: translate("Entry", "found that nobody accepted it in time"),
        Command.REPLY: translate("Entry", "replied"),
        Command.EXPIRE: translate("Entry", "question expired"),
        Command.MONITOR: translate("Entry", "set to monitoring"),
        Command.RESUME: translate("Entry", "resumed"),
        Command.SUBMIT: translate("Entry", "submitted the answer"),
        Command.SEND_BACK: translate("Entry", "sent the answer back"),
        Command.APPROVE: translate("Entry", "approved the answer"),
        Command.PUBLISH: translate("Entry", "published the answer"),
        Command.CLOSE: translate("Entry", "closed"),
        Command.REQUEST_REOPEN: translate("Entry", "asked to reopen"),
        Command.DECIDE_REOPEN: translate("Entry", "decided on reopening"),
        Command.REQUEST_EXTENSION: translate("Entry", "asked for an extension"),
        Command.DECIDE_EXTENSION: translate("Entry", "decided on the extension"),
        Command.NOTE: translate("Entry", "noted"),
        Command.CONTRIBUTE: translate("Entry", "contributed"),
        Command.ATTACH: translate("Entry", "attached files"),
        Command.TAG: translate("Entry", "changed the tags"),
        Command.PRIORITISE: translate("Entry", "changed the priority"),
        Command.URGE: translate("Entry", "urged"),
        Command.SPLIT: translate("Entry", "split the report"),
        Command.MERGE: translate("Entry", "merged the report"),
        RECALCULATED: translate("Entry", "moved the deadline: other working days are in force"),
        "take_over": translate("Entry", "took the report over"),
    }
    return {str(kind): words for kind, words in phrases.items()}


def entry_phrase(kind: str) -> str:
    """Return what a line of the timeline says was done; an unknown kind stands as it is."""
    return _entries().get(kind, kind)


@once_per_language
def _outbox() -> dict[OutboxState, str]:
    return {
        OutboxState.HELD: translate("Outbox", "held for undo"),
        OutboxState.READY: translate("Outbox", "waiting to be sent"),
        OutboxState.SENDING: translate("Outbox", "being sent"),
        OutboxState.ACKNOWLEDGED: translate("Outbox", "received by the centre"),
        OutboxState.UNKNOWN: translate("Outbox", "sent, no answer yet"),
        OutboxState.NEEDS_PERSON: translate("Outbox", "needs you"),
        OutboxState.CANCELLED: translate("Outbox", "undone"),
        OutboxState.DISCARDED: translate("Outbox", "discarded"),
    }


def outbox_word(state: OutboxState) -> str:
    """Return where a pending event stands."""
    return _outbox()[state]


@once_per_language
def return_reasons() -> tuple[tuple[str, str], ...]:
    """Return the coded reasons for returning a report, each with its words."""
    return (
        ("not_our_field", translate("Reason", "Not in our field")),
        ("not_our_area", translate("Reason", "Not in our area")),
        ("place_unclear", translate("Reason", "Place is unclear")),
        ("content_unclear", translate("Reason", "Content is unclear")),
        ("needs_other_unit", translate("Reason", "Another unit must lead")),
        ("other", translate("Reason", "Other reason")),
    )


@once_per_language
def reject_reasons() -> tuple[tuple[str, str], ...]:
    """Return the coded reasons for rejecting a report, each with its words."""
    return (
        ("no_basis", translate("Reason", "No basis to handle it")),
        ("not_public_matter", translate("Reason", "Not a matter of the city")),
        ("insufficient", translate("Reason", "Not enough information")),
        ("already_handled", translate("Reason", "Handled already")),
        ("offensive", translate("Reason", "Offensive or unlawful content")),
        ("other", translate("Reason", "Other reason")),
    )


@once_per_language
def extension_reasons() -> tuple[tuple[str, str], ...]:
    """Return the coded reasons for an extension, each with its words."""
    return (
        ("complex", translate("Reason", "Complex case")),
        ("several_units", translate("Reason", "Several units involved")),
        ("weather", translate("Reason", "Weather")),
        ("budget", translate("Reason", "Waiting for funds or materials")),
        ("other", translate("Reason", "Other reason")),
    )


@once_per_language
def _reasons() -> dict[str, str]:
    return dict((*return_reasons(), *reject_reasons(), *extension_reasons()))


def reason_word(code: str) -> str:
    """Return the words of any coded reason; an unknown code stands as it is."""
    return _reasons().get(code, code)
