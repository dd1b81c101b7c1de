"""What the screens say by themselves, screen by screen."""
