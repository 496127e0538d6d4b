"""Bytes to Page: decoded, cut into blocks, the body found, the metadata read. Only this room knows HTML."""
