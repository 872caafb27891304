"""Is a name found only where it stands as words of its own?"""

import pytest

from obamodel.review.prose import PEOPLE_WHO_USE_SERVICES, mentions


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Members of MIME are heard.", "mime", True),
        ("Open Door's guests are heard.", "Open Door", True),
        ("Openness is wanted.", "Open", False),
        ("It costs £5 (more).", "(more)", True),
    ],
)
def test_a_name_is_found_as_words_of_its_own(text: str, name: str, found: bool) -> None:
    assert mentions(text, name) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("people who use services", True),
        ("adults who use NHS mental health services", True),
        ("service users", True),
        ("service-user groups", True),
        ("a service for users", False),
        ("people who use buses to come to services", False),
    ],
)
def test_people_who_use_services_are_recognised(text: str, found: bool) -> None:
    assert bool(PEOPLE_WHO_USE_SERVICES.search(text)) is found
