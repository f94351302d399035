"""A client that one full run makes, and small stand-ins for clients and documents."""

import shutil
from pathlib import Path

import pytest
from pipeline.files import write_document
from pipeline.vendor import CUSTOMERS

from scripts.pipeline import __main__ as command


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a full run on the present document; not to be changed."""
    output = tmp_path_factory.mktemp("made") / "generated"
    assert command.main([], output=output) == 0
    return output


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output directory to replace, with a few files of a client."""
    output = tmp_path / "generated"
    (output / "quentli_client").mkdir(parents=True)
    for name in ("client.py", "types.py", "py.typed"):
        (output / "quentli_client" / name).write_text(f"import {name}\n", encoding="utf-8")
    return output


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A document to replace: of the present one, what is about customers."""
    place = tmp_path / "openapi" / "quentli.yaml"
    place.parent.mkdir()
    return write_document(place, CUSTOMERS)


@pytest.fixture
def fake_build(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build a copy of the output directory, as it is now, for whatever document."""
    kept = shutil.copytree(output, output.parent / "kept")
    monkeypatch.setattr(command, "build", lambda _, workspace: shutil.copytree(kept, workspace / "generated"))
