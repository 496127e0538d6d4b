"""What the page says about itself against what the body says."""
