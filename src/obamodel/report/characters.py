"""Characters that hide, made visible before anything is printed."""

# Bidirectional controls can make a line read as something it does not say.
_HIDDEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF}
_VISIBLE = {code: f"[U+{code:04X}]" for code in _HIDDEN}


def make_visible(text: str) -> str:
    """Write hidden direction marks out, so that a line reads as it is stored.

    Examples
    --------
    >>> make_visible("safe" + chr(0x202E) + "txt")
    'safe[U+202E]txt'
    """
    return text.translate(_VISIBLE)
