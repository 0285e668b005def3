"""The contract's rules, checked on any central API from outside: ``ioc-desk conformance URL``.

A client apart from the program's own: standard library HTTP, its own proofs and events. Each rule is
a clause with an id and a sentence; a clause holds, is broken, or could not be tested here (and why).

Map:
    endings      how a check says that its rule is broken, or cannot be tried
    clauses      clause and finding
    exchange     one HTTP request at a time; what every answer must carry is watched here
    workstation  a workstation of its own: key, proofs, enrolment, tokens
    card_folder  staff cards from a folder, signing as a card does
    desk         a signed-in person: the feed and events
    terminal     a journal of its own: rows, checkpoints
    files        files of a report: tus up, and down
    scene        what the clauses share, prepared when first needed
    checks       the clauses themselves, by chapter of the contract
    suite        all clauses in order, against one URL
    listing      findings as a table or as JSON
    cli          the command line
"""
