"""What a published notice must not give away."""
