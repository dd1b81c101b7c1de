"""The workshop: what those who write rules use to change them with confidence."""
