"""Pictures of reports without a window: decoded within bounds, covered, shrunk, and sorted into an album.

- ``errors``: why a picture is not taken or not shown
- ``decoding``: from a file's bytes to upright pixels; the one door by which pictures of reports come in
- ``covers``: rectangles over a picture, with undo; where the pen stands
- ``public_copy``: the picture that the public may see: made from pixels, the covers burnt in
- ``deciding``: that copy made and put on its way
- ``intake``: a file somebody drops becomes one to attach, with its small picture, or is refused
- ``under_way``: how far one's own files have travelled
- ``album``: which file is a picture, which is its public copy, what stands before and after the work
"""
