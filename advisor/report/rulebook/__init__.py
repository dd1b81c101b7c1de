"""The rulebook as pages for people who cannot program: data first, for a screen to lay out, and text from it."""
