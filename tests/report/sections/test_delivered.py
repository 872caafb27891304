"""Does a reader see who spoke for those who use services?"""

import attrs

import obamodel as oba
from obamodel.domain.activities import Representative
from obamodel.report.document import Bullets, Section
from obamodel.report.material import gather_material
from obamodel.report.sections.delivered import write_delivered


def list_lines(section: Section) -> list[str]:
    lines = [line for block in section.blocks if isinstance(block, Bullets) for line in block.items]
    return lines + [line for one in section.sections for line in list_lines(one)]


def test_an_activity_says_who_spoke_for_those_who_use_services() -> None:
    mime = oba.load_example("mime")
    first, *others = mime.activities
    spoken = attrs.evolve(
        first, represented_by=[Representative.SERVICE_USERS, Representative.CARERS]
    )
    lines = list_lines(
        write_delivered(gather_material(attrs.evolve(mime, activities=[spoken, *others])))
    )
    (line,) = (one for one in lines if one.startswith(first.name))
    assert "Who spoke for those who use services: service users and carers." in line
    assert sum("Who spoke for" in one for one in lines) == 1
