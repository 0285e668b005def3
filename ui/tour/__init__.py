"""The tour: drives the real program through a whole day and keeps what it saw.

The program runs in a process of its own with an *agent* inside that plays the person's hands; the harness
here tells it what to press, looks at what the screen says, kills the program, stops the centre, and writes
``summary.json``, the screenshots and the evidence.

- ``hands``: find a widget by its accessible name, press, type, read, photograph
- ``official``: one person at one program, by the names on the screen
- ``access``: what a screen reader and a keyboard find on screen; ``legibility``: what is cut or squeezed;
  ``pseudo_locale``: a language that tells both
- ``agent``: takes the harness's commands inside the program, on its main thread
- ``settling``: waits until no layout is asked for any more, before anybody looks
- ``disturbance``: what befalls a reader and no hand of the tray does
- ``remote``: the harness's end of that line, and the process it leads to
- ``centre``: the central API in its own process, and every way of cutting it off
- ``diary``: steps, their outcome, what was observed
- ``stage``: where everything of one tour lies
- ``telephone``, ``darkroom``: the ways through a call and with a photo, for the gallery as well
- ``notes``: what one step leaves for the next
- ``acts/``: the steps; ``day`` runs them in order
- ``program``: the real program with the agent inside; ``evidence``: what others verify
"""
