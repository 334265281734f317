"""How the names of states stand within a sentence."""

__all__ = ["the"]

_WITH_ARTICLE = ("United ", "Soviet Union", "Netherlands", "Holy See", "Philippines")


def the(name: str) -> str:
    """Return a state's name as it stands within a sentence."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name
