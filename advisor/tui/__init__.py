"""The program on a screen: the interview, the assessment, the rulebook. Nothing else knows Textual."""
