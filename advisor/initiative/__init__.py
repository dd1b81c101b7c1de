"""What the convener told us: initiative files, their answers, and the parts that differ from the whole."""
