"""Dates: that they exist, and their order."""
