"""Reading and writing, nothing else; one file for each format."""

from typing import TYPE_CHECKING, Any

from obamodel.files.carrying import Exported, Imported
from obamodel.files.evaluations import load, save
from obamodel.files.examples import list_examples, load_example
from obamodel.files.question_sets import (
    find_question_set,
    list_question_sets,
    read_question_set,
)
from obamodel.files.releases import load_release, save_release
from obamodel.files.starting import start_folder
from obamodel.files.vocabularies import (
    complete_vocabulary,
    list_vocabularies,
    read_vocabulary,
)

if TYPE_CHECKING:
    from obamodel.files.converting import (
        convert,
    )
    from obamodel.files.data_package import (
        read_data_package,
        write_data_package,
    )
    from obamodel.files.fingertips import (
        read_fingertips,
        read_fingertips_panel,
    )
    from obamodel.files.forms import (
        list_readers,
        list_writers,
        read_form,
        write_form,
    )
    from obamodel.files.iati import (
        IatiActivity,
        IatiFile,
        IatiOrganisation,
        IatiResultType,
        IatiSlice,
        describe_activity,
        read_iati,
        read_iati_file,
        write_iati,
        write_iati_file,
    )
    from obamodel.files.open_sdg import (
        write_open_sdg,
    )
    from obamodel.files.scorecard import (
        MeasureType,
        read_scorecard,
        write_scorecard,
    )
    from obamodel.files.tables import (
        Layout,
        read_panel,
        read_series,
    )

# The forms of others open on use: who loads an evaluation does not wait for them.
_OPENS_ON_USE = {
    "IatiActivity": "iati",
    "IatiFile": "iati",
    "IatiOrganisation": "iati",
    "IatiResultType": "iati",
    "IatiSlice": "iati",
    "Layout": "tables",
    "MeasureType": "scorecard",
    "convert": "converting",
    "describe_activity": "iati",
    "list_readers": "forms",
    "list_writers": "forms",
    "read_data_package": "data_package",
    "read_fingertips": "fingertips",
    "read_fingertips_panel": "fingertips",
    "read_form": "forms",
    "read_iati": "iati",
    "read_iati_file": "iati",
    "read_panel": "tables",
    "read_scorecard": "scorecard",
    "read_series": "tables",
    "write_data_package": "data_package",
    "write_form": "forms",
    "write_iati": "iati",
    "write_iati_file": "iati",
    "write_open_sdg": "open_sdg",
    "write_scorecard": "scorecard",
}

__all__ = [
    "Exported",
    "IatiActivity",
    "IatiFile",
    "IatiOrganisation",
    "IatiResultType",
    "IatiSlice",
    "Imported",
    "Layout",
    "MeasureType",
    "complete_vocabulary",
    "convert",
    "describe_activity",
    "find_question_set",
    "list_examples",
    "list_question_sets",
    "list_readers",
    "list_vocabularies",
    "list_writers",
    "load",
    "load_example",
    "load_release",
    "read_data_package",
    "read_fingertips",
    "read_fingertips_panel",
    "read_form",
    "read_iati",
    "read_iati_file",
    "read_panel",
    "read_question_set",
    "read_scorecard",
    "read_series",
    "read_vocabulary",
    "save",
    "save_release",
    "start_folder",
    "write_data_package",
    "write_form",
    "write_iati",
    "write_iati_file",
    "write_open_sdg",
    "write_scorecard",
]


def __getattr__(name: str) -> Any:
    home = _OPENS_ON_USE.get(name)
    if home is None:
        raise AttributeError(f"obamodel.files has no name {name!r}")
    import importlib

    found = getattr(importlib.import_module(f"obamodel.files.{home}"), name)
    globals()[name] = found
    return found
