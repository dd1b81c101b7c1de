"""Many initiatives side by side: a row for each file in a folder, and how the schools' tracks spread over them."""
