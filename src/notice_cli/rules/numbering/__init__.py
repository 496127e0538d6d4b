"""Numbers that should run, and look, the same."""
