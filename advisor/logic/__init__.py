"""Four-valued reasoning: what may be told of a condition, what answers tell, and how conditions combine them."""
