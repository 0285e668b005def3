"""What people see: widgets and models over ``desktop_app``; the only package that knows Qt.

- ``application``: builds the windows over a ``Core`` and runs them; ``told_to_end``: until Ctrl+C
- ``crossing``: signals from any thread, and never out of an object that is being destroyed
- ``collector``: cyclic garbage goes by the clock, not between a key and its paint
- ``bridge``: news of the core as signals on the main thread; ``tasks``: slow work off it
- ``loading``: the modules of later windows, between the turns of the event loop
- ``language``, ``wording``: texts in Vietnamese and English, errors as sentences
- ``theme``, ``icons``: how everything looks
- ``shortcuts``: the one table of keys; ``guide``: the pages behind F1; ``widgets``: parts all is made of
- ``shell``: main window, status strip; ``sign_in``, ``enrolment``, ``settings``: its pages
- ``desk``: the report desk, made of ``inbox``, ``detail`` and ``commands`` (what a command asks), with
  ``publication`` (what the public will see), ``sync`` (what waits, and conflicts), ``photos``, ``map``
- ``vocabulary``: ids, codes and people of a report in words
- ``palette``: everything that can be done now, by a few letters
- ``doctor``: what works for cards and what does not; ``my_card``: what its holder may do with one
- ``counter``: the citizen's card or passport, read; ``kiosk``: check-in by card; ``training``: the tray
- ``supervise``: how units' work stands; ``approvals``: a leader's list, one PIN; ``exports``: files
  for others
- ``templates``: the words officials begin with, written by leaders
- ``arranging``: absences, work handed over, campaigns
- ``hotline``: a call taken down, a shift handed over; ``notices``: what concerns the person
- ``tour``: a whole day driven through the real program; ``gallery``: every view in every appearance
"""
