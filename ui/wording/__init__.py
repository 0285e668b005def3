"""Error codes as sentences in the language in force: what happened, what is safe, what to do.

- ``sentences``: ``sentence(error)`` finds the code's entry and fills in its data; ``saying(error)`` keeps
  both, to be said again in another language
- ``cards``, ``documents``, ``centre``, ``sign_in``, ``work``, ``listing``, ``keeping``: one table per source
  of errors, ``files``, of files and acts on a workstation, and ``doctor``, of what the card doctor finds;
  ``reasons``: one reason of an error that has several;
  ``arranging``: what the centre's rules refuse; ``refusals``: its other answers to a command
- ``qt_texts``: what Qt's own dialogs and menus say
- ``entry``: what a table holds and what comes out

Every code that any error of the program carries has a sentence; tests walk the error classes to prove it.
"""

from ui.wording.entry import Wording
from ui.wording.sentences import TABLE, Saying, saying, sentence

__all__ = ["TABLE", "Saying", "Wording", "saying", "sentence"]
