"""What those who pay read of an initiative: proposals' promises judged, and their own demands held against it."""
