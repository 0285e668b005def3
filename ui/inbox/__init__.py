"""The list of reports: what is asked, the rows that answer, and what is done with several of them.

- ``inbox_pane`` (heading, search, order) ties ``inbox_question`` (what is asked) to ``listing`` (the rows
  that answer and the current one), ``inbox_source`` (asks the store), ``inbox_list``, ``inbox_delegate``,
  ``inbox_model`` over ids with ``row_cache`` and ``index_changes``
- ``keeping`` with ``saved_list``, ``naming_bar``: lists kept under a name
- ``filters``, ``filter_button`` with ``filter_faces``; ``inbox_head`` with ``sort_button``, ``view_button``;
  ``search_field``, ``search_hint`` (what was probably meant), ``pausing``
- ``bulk_pane``, ``bulking``: one safe command on several reports, one summary, one undo
"""
