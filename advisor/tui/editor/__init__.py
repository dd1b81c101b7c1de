"""Changing a rule file on the screen: checked while one types, and told what it would change before it is saved."""
