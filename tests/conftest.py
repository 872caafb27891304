"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

SOURCE = Path(__file__).resolve().parents[1] / "src"

# The same examples on every machine and at every run, so that a failure can be seen again.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
# New examples at every run, and more of them: HYPOTHESIS_PROFILE=search pytest
settings.register_profile("search", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# A program that a test starts sees the same copy of the library as the test itself.
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(SOURCE), *filter(None, [os.environ.get("PYTHONPATH")])]
)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of data files that are measured against and never shipped."""
    named = os.environ.get("OBAMODEL_DATA")
    if not named:
        pytest.skip("needs a data file: set OBAMODEL_DATA to the shared data folder")
    folder = Path(named)
    if not folder.is_dir():
        # A folder that was named and is not there is a mistake to mend, not a test to leave out.
        pytest.fail(f"OBAMODEL_DATA names {named}, which is not a folder")
    return folder
