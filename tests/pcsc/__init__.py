"""The real PC/SC stack: a private pcscd, the vpcd driver, independent clients."""
