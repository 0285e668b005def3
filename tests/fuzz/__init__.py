"""Coverage-guided fuzzing of every parser that meets outside bytes.

Map:
    targets/   one entry per parser: what it is fed, which errors it may raise, where it lives (``target``)
    cards      cards whose answers or files are the fuzzer's bytes; ``centres``: a centre whose answers are
    run        the instrumented targets, imported once, and one pass in a child of that process
    passes     hunting, finding what was planted, choosing where to plant
    trees      mutation of tag-length-value trees; ``json_trees``: of JSON
    planting   defects planted into a parser's own code; ``planted`` is the committed table of them
    corpus     the inputs worth keeping, committed; ``figures`` what the passes told, committed
    table      the figures as ARCHITECTURE.md shows them
    __main__   all targets in turn; non-zero when one broke, or a planted defect was not found
"""
