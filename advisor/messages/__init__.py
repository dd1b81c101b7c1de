"""Words that the program says by itself, by who says them; prompts, findings and terms come from the rulebook."""
