"""Which names can a file have on every kind of computer, and lead nowhere but into its folder?"""

import re

from obamodel.errors import make_visible

OURS = ".obamodel"
"""How the names begin of the files that a save lays beside the others for a moment."""

LONGEST_NAME = 255

_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])"
    r"[ ]*(?:[.:].*)?",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = frozenset('/\\:*?"<>|')


def is_device(name: str) -> bool:
    """Whether a name stands for a device and not for a file, on computers that run Windows.

    Examples
    --------
    >>> is_device("CON"), is_device("nul.json"), is_device("con-men.json")
    (True, True, False)
    """
    return _DEVICE.fullmatch(name) is not None


def is_plain(name: str) -> bool:
    """Whether a name is one that every system can give a file, with nothing hidden in it.

    Examples
    --------
    >>> is_plain("factors.toml"), is_plain("../factors.toml"), is_plain("aux")
    (True, False, False)
    """
    if not name or name.endswith((".", " ")) or is_device(name):
        return False
    if not _SIGNS.isdisjoint(name) or make_visible(name) != name:
        return False
    return len(name.encode()) <= LONGEST_NAME and not name.lower().startswith(OURS)
