"""Mutation: every rule broken in every way, one at a time, to see whether anything notices."""
