"""All possible answers at once: what any initiative can bring a rule to, decided and not sampled."""
