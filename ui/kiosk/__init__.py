"""The check-in kiosk: a clock, one line of state, the last taps, a thin strip. Nothing else.

- ``faces``: what a tap looks and sounds like: word, arrow, colour, sound (pure)
- ``clock``, ``state_line``, ``results``, ``strip``: the four parts of the screen
- ``flash``: a frame of light for those who do not hear
- ``sounds``: five short sounds, silent where there is no audio device
- ``left_behind``: reminds of a card that stays
- ``wrong_direction``: turns the last tap, for ten seconds
- ``officer_panel``, ``officer_texts``: leaving the kiosk, and entries by a supervisor's card and PIN
- ``window``: the screen; scales with its height
"""
