"""Papers that can be sent: each is built once from an assessment, and written in any format."""
