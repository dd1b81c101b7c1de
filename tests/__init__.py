"""What the program does, as sentences that can fail."""
