"""Parse, check and compare Chinese rectification notices."""
