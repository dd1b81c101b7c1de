"""What an assessment says: one model of it, shown as text for people and as JSON for programs."""
