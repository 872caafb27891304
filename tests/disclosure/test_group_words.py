"""When do some words name a group?"""

import pytest

from obamodel.disclosure.group_words import names_group, read_group


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("a deaf member", "People who are deaf"),
        ("a refugee", "Refugees and asylum seekers"),
        ("an asylum seeker", "Refugees and asylum seekers"),
        ("somebody with a dual diagnosis", "Participants with dual diagnoses"),
        ("one of the carers at the research skills training", "carers at research skills training"),
        ("Member, aged 16 to 24", "16 to 24"),
        ("a White British carer", "White British"),
        ("a woman from Canvey Island", "Canvey Island"),
        ("a member who is gay", "People who are lesbian, gay or bi-sexual (LGBT)"),
        ("an LGBT member", "People who are lesbian, gay or bi-sexual (LGBT)"),
        ("a member of the bus drivers' group", "bus drivers"),
        ("someone from a BME community", "BME communities"),
    ],
)
def test_the_same_words_in_another_order_or_number_name_it(said: str, group: str) -> None:
    assert names_group(said, read_group(group))


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("a member", "People who are deaf"),
        ("somebody on a training day", "carers at research skills training"),
        ("a British member", "White British"),
        ("a care worker", "carers"),
        ("a member aged 16", "16 to 24"),
        ("", "Refugees"),
        ("another participant", "Other participants"),
        ("people who did not say", "Not stated"),
    ],
)
def test_fewer_words_or_words_that_only_mean_people_do_not(said: str, group: str) -> None:
    assert not names_group(said, read_group(group))
