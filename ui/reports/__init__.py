"""The report desk: everything between the list of reports and the citizen's page.

- ``desk``: composition; ``panes``: where things stand by the width there is; ``desk_keys``
- ``following`` with ``news_gate``: the news; ``picking``: several reports chosen
- ``desk_entries``: what the desk offers in the command palette
- ``commanding``: from a command to the outbox and its undo; ``deciding``: the end of a conflict
- list: ``inbox_pane`` (heading, search, order) ties ``inbox_question`` (what is asked) to ``listing`` (the
  rows that answer and the current one), ``inbox_source`` (asks the store), ``inbox_model`` over ids
  with ``row_cache`` and ``index_changes``, ``inbox_list``, ``inbox_delegate``, ``row_text`` (a row's words)
- ``instant_alarm``: an instant case that nobody has opened
- ``today``: what the day asks for; ``walking``: going through it one by one
- ``keeping`` with ``saved_list``, ``naming_bar``: lists kept under a name
- ``filters``, ``filter_button`` with ``filter_faces``; ``inbox_head`` with ``sort_button``, ``view_button``,
  ``due_groups``; ``search_field``, ``search_hint`` (what was probably meant), ``pausing``,
  ``highlight``
- report: ``reading`` (what is read in one go), ``detail`` with ``detail_header``, ``detail_body``,
  ``timeline``, ``answer_text``, ``evidence``; ``command_bar``, ``panels`` (what a command
  asks) with ``panel_facts`` (what they look at)
- ``staying``: what is asked once a person stays with a report; ``neighbourhood`` with ``neighbour_strip``:
  similar ones, earlier ones at the place; ``onlooking`` with ``onlooker_line``: who else has it open
- ``bulk_pane``, ``bulking``: one safe command on several reports, one summary, one undo
- ``citizen_page``, ``publish_preview``: the last look before an answer is public
- ``comparison``, ``decision``: mine or theirs; ``sync_window``: what waits for the centre, ``sync_reasons``
  why, ``sync_log_view`` what passed, ``unsent_words`` how a line of it reads, ``refusals`` why not,
  ``recovery_panel`` a lost card's work; ``recovery_turns``: two admins at the only reader
- ``names``, ``words``, ``query_words``, ``extension_words``, ``house_style``, ``markup`` with
  ``markup_writer``, ``lookup``: ids, codes and people
"""
