"""The only place that speaks HTTP; what leaves it are domain objects and ``api.errors``.

Map:
    errors       what can go wrong between here and the centre, classed by what the person can do
    failures     the one table from HTTP to those errors
    address      which addresses are acceptable: HTTPS, and plain HTTP to this machine only
    lines        sockets that can be broken at once from another thread
    line_adapter the HTTP library on those sockets, loaded by the first request
    dpop         proofs that a request comes from the holder of this workstation's key (RFC 9449)
    session      one wrapper over requests: trust, timeouts, bounds, proofs, one table of errors
    tokens       access tokens and who renews them
    wire         the only place that knows field names: domain objects to JSON and back
    auth         nonce, workstation token, card grant, refresh, logout
    enrolments   a new workstation, and its trust bundle afterwards
    changes      the change feed
    digest       anti-entropy: sums, and the rows of what differs
    events       commands up, each with its own result
    files        files of reports: up by tus 1.0, down in the form that the person may have
    presence     who else has a report open
    callers      who called about a report, what a number called about
    terminals    attendance: events, checkpoints, roster
    completeness how far terminals are complete, and who leaves some out
"""
