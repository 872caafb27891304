"""Reading and writing, nothing else; one file for each format."""

from obamodel.files.carrying import Exported, Imported
from obamodel.files.converting import convert
from obamodel.files.data_package import read_data_package, write_data_package
from obamodel.files.evaluations import load, save
from obamodel.files.examples import list_examples, load_example
from obamodel.files.forms import list_readers, list_writers, read_form, write_form
from obamodel.files.question_sets import (
    find_question_set,
    list_question_sets,
    read_question_set,
)
from obamodel.files.releases import load_release, save_release
from obamodel.files.scorecard import MeasureType, read_scorecard, write_scorecard
from obamodel.files.starting import start_folder
from obamodel.files.vocabularies import list_vocabularies, read_vocabulary

__all__ = [
    "Exported",
    "Imported",
    "MeasureType",
    "convert",
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
    "read_form",
    "read_question_set",
    "read_scorecard",
    "read_vocabulary",
    "save",
    "save_release",
    "start_folder",
    "write_data_package",
    "write_form",
    "write_scorecard",
]
