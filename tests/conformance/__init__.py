"""The contract's rules held against the server as a whole, from fixtures typed apart from the code."""
