"""Keeping an initiative file: every change is saved at once, whole or not at all, and what a person wrote stays."""
