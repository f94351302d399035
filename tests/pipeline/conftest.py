"""Small checkouts to run the command on."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pipeline.checkout import Checkout

from scripts.pipeline import __main__ as command, document, verification
from scripts.pipeline.visitor import Document


@pytest.fixture(scope="session", autouse=True)
def _valid_documents_remembered() -> Iterator[None]:
    """Validate each document once, as most tests work on the same few and validating takes longer than the rest."""
    validate, valid = document.validate, set[str]()

    def validate_once(given: Document) -> None:
        text = json.dumps(given, default=repr)
        if text not in valid:
            validate(given)
            valid.add(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "validate", validate_once)
        yield


@pytest.fixture
def checkout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Checkout:
    filled = Checkout(tmp_path, capsys)
    filled.fill()
    return filled


@pytest.fixture
def fake_build(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build a copy of the output directory, as it is now, for whatever document."""
    kept = shutil.copytree(checkout.output, checkout.root / "kept")
    monkeypatch.setattr(
        command,
        "build",
        lambda _, workspace, *_args, **_options: shutil.copytree(kept, workspace / "generated"),
    )
    for name in ("verify", "check_types"):
        monkeypatch.setattr(verification, name, lambda *_: None)
