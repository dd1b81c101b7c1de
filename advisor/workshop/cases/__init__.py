"""Cases: what experts expect of the rules, held against what the rules say."""
