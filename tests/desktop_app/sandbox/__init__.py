"""The reference central API: proved over HTTP and part by part."""
