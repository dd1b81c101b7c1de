"""Languages and territories: from what people type to codes, and from codes to names."""
