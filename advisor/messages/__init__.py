"""Every word that the program says by itself, by who says it; all others come from the rulebook and from answers."""
