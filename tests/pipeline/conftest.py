"""A client made once for all tests, and copies of it to spoil."""

import shutil
from pathlib import Path

import pytest

from scripts.pipeline.__main__ import main


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one run; not to be changed."""
    output = tmp_path_factory.mktemp("made") / "generated"
    assert main([], output=output) == 0
    return output


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    """A copy of the output, of which the test may do what it likes."""
    return shutil.copytree(made, tmp_path / "generated")
