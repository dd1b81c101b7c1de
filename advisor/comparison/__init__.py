"""Two initiatives, or two versions of one, side by side: what differs in the answers, and what follows from that."""
