"""The wording itself: lost characters, unbalanced marks, unfinished paragraphs."""
