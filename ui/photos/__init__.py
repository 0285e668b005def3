"""Photos of a report: looked at, compared, covered for the public, added; never as a file on the disk.

- ``strip`` of ``tile``: the small pictures under the head of a report, and what waits or is wrong
- ``viewer``: one photo large, step by step; ``viewer_bar``: its buttons
- ``canvas`` with ``lens``: a picture zoomed, turned and pushed; ``painting_canvas``: rectangles painted on it
- ``document_view`` over ``document``: a PDF page by page in the same window; ``page_process`` and its
  ``page_child`` draw it in a process apart; ``document_tile``: a document in the strip
- ``compare_canvas``: before and after under one handle
- ``adding_panel``: files dropped, pasted or chosen, each looked into before it is sent; ``arrivals``: where
  they come from
- ``public_pictures``: the pictures of an answer, for its panel and for the publication preview
- ``loading``: fetched, decoded and shrunk off the main thread, kept while the desk is open
- ``words``: what is said of photos; ``faults``: why one is not to be seen
"""
