"""What can be noted of a rulebook without faults: rules that are dead, doubled, in each other's way or in vain."""
