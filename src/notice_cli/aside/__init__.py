"""Findings that are set aside, by the configuration or a baseline. They stay in the report."""
