"""pactline: what the news says about a relationship between states, every figure one click from its sentence."""

from typing import Any

__version__ = "0.1.0"
__all__ = ["Study", "open_study"]


def __getattr__(name: str) -> Any:
    """Load the façade on first use, so that `import pactline.record` stays cheap."""
    if name in __all__:
        from pactline import study

        return getattr(study, name)
    raise AttributeError(f"module 'pactline' has no attribute {name!r}")
