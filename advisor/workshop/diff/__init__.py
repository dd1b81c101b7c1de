"""Two states of a rulebook: what changed in meaning, and whom that concerns."""
