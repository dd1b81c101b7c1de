"""The rule workshop: what domain experts need to change the rulebook with confidence."""
