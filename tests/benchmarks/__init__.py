"""Speed against a peer or a floor of the same run: ``make bench`` writes the table into the README.

Map:
    figures   samples, medians and percentiles, one line of the table
    floors    what the machine itself costs: fsync, an empty window
    footprint memory, threads and open files of this process
    table     the lines as Markdown between the README's markers
    watched_card, check_in_desk, bare_tap   P1: a card with a stopwatch, a tap's whole way, its bare peer
    real_stack, peer_tools, bare_watch      P1 to P3, R3: pcscd with a virtual card, other programs at it
    enrolled_home, program, person          P7, P9: a day's files, the real program on them, a person's hands
    bare_document, counter_desk             P10: a citizen card as a bare script, and at the counter's page
    full_store, store_making, plain_copy    P4 to P6: up to a million reports, and their plain peer
    full_desk, full_workplace               P5, P6, P9: the desk over them in a process of its own
    bars/     one module per bar (P1 tap, P2 PIN, P3 endurance, P4 inbox, P5 search, P6 scrolling with P9's
              memory, P7 key, P8 first sync, P9 start, P10 document, P11 taps, R3 watcher, R5 week)
    __main__  runs the bars and writes the table
"""
