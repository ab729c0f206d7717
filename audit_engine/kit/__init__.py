"""The field kit of an audit: filled from its facts, and what comes back of it read in."""
