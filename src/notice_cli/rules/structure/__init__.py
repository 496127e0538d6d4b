"""Parts that a notice must have."""
