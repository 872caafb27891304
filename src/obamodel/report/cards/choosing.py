"""Which outcome or service is a card about?"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError


class Named(Protocol):
    """Anything that has a name of its own."""

    @property
    def id(self) -> str:
        """Its name."""


Thing = TypeVar("Thing", bound=Named)


def choose(things: Sequence[Thing], name: str, what: str) -> Thing:
    """Choose the thing with this name.

    Raises
    ------
    InvalidError
        When there is none; it says which there are.
    """
    for one in things:
        if one.id == name:
            return one
    known = ", ".join(one.id for one in things)
    mend = f"choose one of: {known}" if known else "write one down in the evaluation first"
    found = f"no {what} is called {show(name)}"
    raise InvalidError("the card", [Fault("unknown-card", found, mend)])
