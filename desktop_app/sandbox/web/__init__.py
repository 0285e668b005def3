"""The routes of the contract: HTTP in, one call of the service, HTTP out.

Map:
    answers      JSON answers, problem details, the fresh nonce on each
    bodies       bounded bodies, decoded into shapes
    identity     health, enrolment, trust bundle, nonce, token, logout
    sync         the change feed with its long poll, and events
    files        files up by tus 1.0, and down
    presence     who has a report open
    callers      who called about a report, for those who may ask
    attendance   terminals: rows, checkpoints, head, roster
    completeness which terminals are complete through a moment, and the decisions that leave some out
    fleet        new epochs, wipes, sealed work
    public       the citizen's page
"""
