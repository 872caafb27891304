"""What in a text would lead to a person, and how is it taken out?

The detectors know the common written forms in the United Kingdom. They do not know names, street
addresses, account names on social media, nor what only somebody from the place would recognise,
and nothing here claims to be complete: whoever publishes still reads what is printed.
"""

from obamodel.disclosure.identifiers.finding import find_identifiers, remove_identifiers
from obamodel.disclosure.identifiers.found import FoundIdentifier, IdentifierKind

__all__ = ["FoundIdentifier", "IdentifierKind", "find_identifiers", "remove_identifiers"]
