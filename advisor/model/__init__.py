"""What a rulebook is made of: questions, findings, schools, sources and tables, as frozen models."""
