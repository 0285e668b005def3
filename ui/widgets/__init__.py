"""Small parts that several views are built from; none knows the store or the session.

- ``tone``: what a coloured mark means; ``chip`` and ``notice`` show it beside a word
- ``when``, ``deadline``: moments, ages and due times in an office's words
- ``who_what_when``: the strip *ai · sản phẩm · khi nào*
- ``side_page``: a page beside the desk with one way back
- ``middle_card``: one card in the middle of a page
- ``pen``: fonts with their metrics for what is painted by hand; ``role``: what the style sheet looks at
- ``state_pane``: what a view shows while it is empty, loading, offline or broken
- ``toast``: a sentence with *Undo* that leaves by itself; ``clear_place``: where it lies in nobody's way
- ``even_list``: a list of rows equally high, which needs no layout however long it is
- ``flat_tree``: rows in columns under a header, without branches
- ``island``: content that is laid out within its place and moves nothing around it
- ``flow_layout``, ``elided_label``, ``wrapped_text``, ``scroll_page``: nothing scrolls sideways;
  ``fitting_scroll``: as high as its page while there is room
- ``qr_code``: a QR code painted by Qt
- ``choice_box``, ``day_box``, ``tick_box``: controls in the theme's contrast; ``drop_arrow`` paints theirs
- ``plain_line``: a line that no input method composes in; ``composed_line``: one that shows what is composed
- ``composing``: the word being composed, ended before anything else happens
- ``row_ground``: what a row of a list stands on: chosen, hovered, with the keyboard
- ``titled_list``: a heading over rows of two lines, with buttons for the chosen one; ``two_lines`` paints
- ``name_field``: one of many names, typed without diacritics too
- ``file_dialog``: asks where to save or what to read, ``folders`` remembers where that was; ``question``: two
  answers before what cannot be undone; both ``over`` whoever asks, and gone with them
- ``fields``: a labelled field of a form with its problem beneath; ``form`` stacks them;
  ``several_field``: several choices, each taken back by its own button
"""
