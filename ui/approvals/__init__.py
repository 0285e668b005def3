"""*Duyệt*: a leader reads the answers that wait, one by one, and signs what they approve with one PIN.

Map:
    page         the page: takes a round from its first answer to the summary, and says what came of it
    waiting      which answers wait for this leader
    round        what was decided so far, and which answer comes next (pure)
    reading_card one answer to read: who, what, when, and the citizen's page; whether it was read to its end
    reading      brings an answer onto the card: its timeline, its pictures
    reason       why an answer goes back
    action_bar   the buttons of a round
    summary      the whole list, the capacity, the PIN
    signing      the card signs, and what was decided goes out as one group
    texts        the sentences of the page
"""
