"""From rule files to a checked rulebook, with a placed message for everything that is wrong in them."""
