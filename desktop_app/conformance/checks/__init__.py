"""The clauses, by chapter of the contract (``resources/central_api/openapi.yaml`` and its prose).

Map:
    answers     health, and what every answer must carry
    enrolment   a code for an identity, once
    proofs      DPoP: nonce, replay, binding
    sign_in     the card's assertion, and the tokens it earns
    feed        the change feed: bootstrap, pages, cursors, the held answer
    events      each event once, conflicts, chains, rules
    programs    versions: which are fed, and that an old one may still send
    digests     sums that agree, and rows of what differs
    files       tus up, and what each person may have of a file
    fleet       new epochs, wipes, sealed work: by whose card
    presence    who has a report open, and to whom that is told
    hotline     calls: who may take one, what comes of it, who called
    arranging   absences, work offered, places that may tell who somebody is
    publishing  who publishes, by policy
    scope       a unit's own report: its answer bound to the text; it leaves the desk and comes back
    secrecy     unknown, forbidden and private look the same
    attendance  rows, receipts, checkpoints
    completeness through which moment a terminal is complete, and lists that go on without one
    bounds      bodies that are too large or not what they should be
"""
