"""Characters that hide, made visible before anything is printed."""

# Bidirectional controls can make a line read as something it does not say; the others are no
# letters at all, and some papers cannot hold them.
_HIDDEN = {
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *(0x200E, 0x200F, 0x061C, 0xFEFF),
    *(code for code in range(0x20) if chr(code) not in "\t\n\r"),
    *range(0x7F, 0xA0),
    *range(0xD800, 0xE000),
    *(0xFFFE, 0xFFFF),
}
_VISIBLE = {code: f"[U+{code:04X}]" for code in _HIDDEN}


def make_visible(text: str) -> str:
    """Write hidden direction marks and controls out, so that a line reads as it is stored.

    Examples
    --------
    >>> make_visible("safe" + chr(0x202E) + "txt" + chr(7))
    'safe[U+202E]txt[U+0007]'
    """
    return text.translate(_VISIBLE)
