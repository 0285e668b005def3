"""Random histories of several desks and one centre, held against a model (Hypothesis, stateful).

Map:
    world         the real central API, served; its backups, its restores, time that passes
    template      the city, its desks and their cards, made once and copied for each history
    desk          one workstation without threads: the real store, engine, triage and wire; it can be killed
    network       what may happen to one exchange: lost, delivered unheard, twice, late, killed in its middle
    acts          what a person may do to a report, with a payload that could be right
    judgement     what must hold once everything is quiet
    planted       a defect for each invariant, which the histories must find
    campaign      batches of histories for a given time
    machine       the state machine: acts, syncs, faults, and the judgement at the end
    __main__      many long histories under a seed: ``python -m tests.model --seconds 40``
"""
