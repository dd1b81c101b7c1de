"""One initiative, had it other answers: what would change a conclusion, what is still possible, what to ask next."""
