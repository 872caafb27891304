"""What makes the people of one group or line differ from those of another."""

from enum import StrEnum


class Trait(StrEnum):
    """What the parts differ by: it decides whether small numbers need protection."""

    CHARACTERISTIC = "characteristic"
    SMALL_PLACE = "small place"
    LARGE_PLACE = "large place"
    OTHER = "other"

    @property
    def is_sensitive(self) -> bool:
        """Whether a small number of people who share it can lead to a person.

        Examples
        --------
        >>> Trait.SMALL_PLACE.is_sensitive, Trait.LARGE_PLACE.is_sensitive
        (True, False)
        """
        return self in (Trait.CHARACTERISTIC, Trait.SMALL_PLACE)
