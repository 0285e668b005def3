"""*Duyệt*: a leader reads the answers that wait, one by one, and signs what they approve with one PIN.

Map:
    page         the page: reading, then the summary; carries out what was decided
    round        what was decided so far, and which answer comes next (pure)
    reading_card one answer to read: who, what, when, and the citizen's page; whether it was read to its end
    summary      the whole list, the capacity, the PIN
    texts        the sentences of the page
"""
