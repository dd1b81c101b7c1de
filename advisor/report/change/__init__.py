"""What would change a conclusion, in words."""
