"""Coverage-guided fuzzing of every parser that meets outside bytes.

Map:
    targets    one entry per parser: what it is fed, which errors it may raise
    cards      a card whose answers are the fuzzer's bytes
    run        one target in a process of its own, instrumented
    __main__   all targets in turn, a table at the end, non-zero when one crashed or never ran
"""
