"""The hotline: a call taken down while the caller speaks, and the shift handed over.

- ``page``: the page of Ctrl+N: form, similar open reports, the calls of this person
- ``call_form``: what a call says, as fields; ``promises``: until when the caller is promised an answer
- ``caller_box``: who called: sealed as it is typed, shown to nobody afterwards
- ``draft_keeper``: the call that is being written down outlives lock, crash and a card taken out
- ``similar_search``: open reports that may be about the same, as one types
- ``caller_page``: a caller looked up again: a number's earlier reports; for a dispatcher, who called
- ``shift_page``: *Giao ca*: what is open, what was promised, notes; the next one takes over
- ``two_columns``: how these pages are laid out; ``texts``: their words
"""
