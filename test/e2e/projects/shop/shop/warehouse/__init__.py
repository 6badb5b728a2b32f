"""What the shop keeps in the second database."""
