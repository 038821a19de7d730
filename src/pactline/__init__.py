"""pactline: what the news says about a relationship between states, every figure one click from its sentence."""

__version__ = "0.1.0"
