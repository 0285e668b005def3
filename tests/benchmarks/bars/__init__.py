"""The bars: one module each, each with ``lines()`` that measures and yields the table's lines."""
