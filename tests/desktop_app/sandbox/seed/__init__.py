"""The demo city and the real requests: what is made, how much of it, and that it is lawful."""
