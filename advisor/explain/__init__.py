"""Why: proofs from the rules that fired, and what is missing where none did."""
