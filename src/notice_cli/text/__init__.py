"""Knows Chinese, not notices: numerals, dates, amounts, likeness."""
