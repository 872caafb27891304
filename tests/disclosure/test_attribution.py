"""Who is Person A?"""

import string

from obamodel.disclosure.attribution import write_letter


def test_letters_go_on_after_z_as_the_columns_of_a_spreadsheet_do() -> None:
    columns = [*string.ascii_uppercase]
    columns += [first + second for first in columns[:26] for second in columns[:26]]
    assert [write_letter(place) for place in range(26 + 26 * 26)] == columns
    assert write_letter(26 + 26 * 26) == "AAA"
