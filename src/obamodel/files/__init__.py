"""Reading and writing, nothing else; one file for each format."""

from obamodel.files.evaluations import load, save
from obamodel.files.examples import list_examples, load_example
from obamodel.files.question_sets import (
    find_question_set,
    list_question_sets,
    read_question_set,
)
from obamodel.files.releases import load_release, save_release
from obamodel.files.starting import start_folder
from obamodel.files.vocabularies import list_vocabularies, read_vocabulary

__all__ = [
    "find_question_set",
    "list_examples",
    "list_question_sets",
    "list_vocabularies",
    "load",
    "load_example",
    "load_release",
    "read_question_set",
    "read_vocabulary",
    "save",
    "save_release",
    "start_folder",
]
