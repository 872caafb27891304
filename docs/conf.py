"""How the documentation is built: `sphinx-build -W -b html docs docs/_build/html`."""

import enum
import shutil
import sys
import warnings
from pathlib import Path
from typing import Any

import obamodel

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

project = "obamodel"
author = "obamodel contributors"
project_copyright = "2026, obamodel contributors"
release = version = obamodel.__version__
language = "en-GB"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.napoleon",
    "sphinx_gallery.gen_gallery",
]
exclude_patterns = [
    *("_architecture", "_build", "_calibration", "_disclosure", "_examples", "_messages"),
]
templates_path = ["_templates"]

html_theme = "furo"
html_title = f"obamodel {release}"
# A page made twice from the same sources is the same page.
html_last_updated_fmt = None

# --- pages by hand --------------------------------------------------------------------------

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

# --- the reference --------------------------------------------------------------------------

autosummary_generate = True
# A room's front lists names that live in its files; each is described once, where it lives.
autosummary_ignore_module_all = True
autodoc_default_options = {"members": True, "ignore-module-all": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_class_signature = "mixed"
napoleon_google_docstring = False
napoleon_numpy_docstring = True

# --- pages made from the source and the tests -----------------------------------------------

import architecture_page  # noqa: E402  # they lie beside this file
import messages_page  # noqa: E402

architecture_page.make_page()
messages_page.make_page()

# --- the gallery ----------------------------------------------------------------------------

# The scripts are run in a copy, so that what they write does not land beside them.
shutil.rmtree(HERE / "_examples", ignore_errors=True)
shutil.copytree(
    HERE.parent / "examples", HERE / "_examples", ignore=shutil.ignore_patterns("__pycache__")
)

sphinx_gallery_conf = {
    "examples_dirs": "_examples",
    "gallery_dirs": "gallery",
    "filename_pattern": r"\.py$",  # every script is run, whatever its name
    "within_subsection_order": "FileNameSortKey",
    "image_scrapers": ("matplotlib",),
    "abort_on_example_error": True,
    "doc_module": ("obamodel",),
    "reference_url": {"obamodel": None},
    "backreferences_dir": "gallery/backreferences",
    "min_reported_time": 0,
    "show_memory": False,
    "write_computation_times": False,
    "download_all_examples": False,
    "show_signature": False,
    "remove_config_comments": True,
}

# A warning that our own code gives while a script runs stops the build, as it would a test.
warnings.filterwarnings("error", module=r"obamodel(\.|$)")


def list_choices(
    app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]
) -> None:
    """Add to the description of a list of choices what there is to choose from."""
    if isinstance(thing, type) and issubclass(thing, enum.StrEnum):
        lines += ["", *(f"- ``{choice.name}``: {choice}" for choice in thing), ""]


def keep_whole(app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Keep napoleon from reading what stands before a colon in a property's line as its type."""
    if what == "property" and lines:
        lines[0] = f": {lines[0]}"


def setup(app: Any) -> None:
    """Join the build."""
    app.connect("autodoc-process-docstring", keep_whole, priority=400)  # napoleon comes at 500
    app.connect("autodoc-process-docstring", list_choices)
