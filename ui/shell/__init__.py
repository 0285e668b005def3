"""The frame around everything: one window with its bar, pages and status strip.

- ``window``: the main window: which page is up, from enrolment to an open desk
- ``pages``: the pages it shows, built when first asked for; ``ways``: how one comes to them
- ``seat``: the desk of whoever is signed in; ``rooms``: the other pages that live as long as a session
- ``beside``: what opens over the window: guide, palette, the state of the connection
- ``top_bar``: who is signed in, the training ribbon, the ways to kiosk, settings and help
- ``status_strip``: the state of the world in one line; ``strip_texts``: its words (pure)
- ``details``: what a click on the strip unfolds
- ``leaving``: signing out with unsent work: send, keep, seal, discard
- ``geometry``: where the window was when it was last closed; ``idle``: nobody touches anything;
  ``system_lock``: the computer itself was locked
"""
