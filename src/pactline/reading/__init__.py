"""What the texts say: actors, arms deals and oil figures, each with the words that carry it."""
