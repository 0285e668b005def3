"""The sounds of the check-in; ``tones`` makes the files."""
