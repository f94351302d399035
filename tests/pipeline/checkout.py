"""A document and an output directory of a test's own, with the command to run on them."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from attrs import frozen
from pipeline.vendor import CUSTOMERS

from scripts.pipeline.__main__ import main


class Result(NamedTuple):
    """The exit status of a run, and its output."""

    status: int
    out: str
    err: str


@frozen
class Checkout:
    """The place of a document about customers and of a few files of a client."""

    root: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def spec(self) -> Path:
        return self.root / "openapi" / "quentli.yaml"

    @property
    def output(self) -> Path:
        return self.root / "generated"

    @property
    def client(self) -> Path:
        return self.output / "quentli_client" / "client.py"

    def fill(self) -> None:
        self.spec.parent.mkdir()
        write_document(self.spec, CUSTOMERS)
        self.client.parent.mkdir(parents=True)
        for name in ("client.py", "types.py", "py.typed"):
            self.client.with_name(name).write_text(f"import {name}\n", encoding="utf-8")

    def write(self, name: str, document: Any) -> Path:
        """Write a document beside the present one."""
        return write_document(self.root / name, document)

    def run(self, *arguments: str | Path, spec: Path | None = None) -> Result:
        """Run the command."""
        status = main([str(each) for each in arguments], spec=spec or self.spec, output=self.output)
        return Result(status, *self.capsys.readouterr())

    def files(self) -> dict[str, bytes]:
        return read_tree(self.root)


def read_tree(root: Path) -> dict[str, bytes]:
    """Return every file, without the compiled ones that an import leaves behind."""
    files = (path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def write_document(path: Path, document: Any) -> Path:
    """Write a document as JSON or as YAML, as the file's name says."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    is_json = path.suffix == ".json"
    text = (
        json.dumps(document)
        if is_json
        else yaml.dump(document, None, dumper, allow_unicode=True, sort_keys=False)
    )
    path.write_text(text, encoding="utf-8")
    return path
