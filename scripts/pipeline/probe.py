"""A program that imports every module of packages, and lets their models read and write examples."""

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def probe(root: Path, package: str, examples: Path) -> None:
    """Import the modules under a directory, and read and write an example with each model.

    Raises:
        ValueError: A module or a model fails; the message has its name and the reason.
    """
    sys.path.insert(0, str(root))
    paths = [path.relative_to(root).with_suffix("") for path in sorted(root.rglob("*.py"))]
    models = json.loads(examples.read_text(encoding="utf-8"))
    for name in [*(".".join(path.parts).removesuffix(".__init__") for path in paths), *models]:
        try:
            _probe_model(package, name, models[name]) if name in models else importlib.import_module(name)
        except Exception as error:
            raise ValueError(f"{name}: {type(error).__name__}: {error}") from error


def _probe_model(package: str, name: str, example: dict[str, Any]) -> None:
    model = getattr(importlib.import_module(f"{package}.models"), name)
    read = model.from_dict(example)
    written = read.to_dict()
    if written.keys() != example.keys() or model.from_dict(written) != read:
        raise ValueError(f"it does not write what it reads, {sorted(written.keys() ^ example.keys())}")


if __name__ == "__main__":
    try:
        probe(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    except ValueError as failure:
        sys.exit(str(failure))
