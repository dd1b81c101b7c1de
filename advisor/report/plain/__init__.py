"""The assessment as plain text in 80 columns."""
