"""The workshop of the rules: what helps experts to change them."""
