"""advisor: what kind of peace dialogue is this, by whose definition, and what may it promise."""
