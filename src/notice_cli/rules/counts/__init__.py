"""Figures against figures, and against what the body lists."""
