"""Outline to Notice: what the notice says, each value with its place."""
