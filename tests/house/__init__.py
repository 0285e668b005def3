"""The rules of the house, read from the tree itself, each with a test that shows it firing on a bad sample.

``tree``
    the product's modules as source and syntax tree
``layers``
    ``ui → desktop_app → cardio``, ``resources`` a leaf, and where each library may be imported
``shape``
    sizes, names and docstrings
``portability``
    what would not work on Windows, outside the one module that knows the operating system
``leftovers``
    unfinished work, sleeping tests, hosts and places that do not belong into the tree
``twins``
    a test file for every module
``circles``
    no file reaches itself through its imports, no two rooms need each other
``named``
    what ARCHITECTURE and README name in backticks: paths, modules, rooms, threads

``test_packaging``, ``test_setup`` and ``test_frame`` prove the package list, the way from a bare machine, and
the frame that every test runs in.
"""
