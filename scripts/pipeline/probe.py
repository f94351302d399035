"""A program that imports every module of a package, and lets its models read and write examples."""

import importlib
import json
import sys
from pathlib import Path


def probe(root: Path, package: str, examples: Path) -> None:
    """Import the modules under a directory, and read and write an example with each model.

    Raises:
        ImportError: A module cannot be imported.
        ValueError: A model writes something other than it has read.
    """
    sys.path.insert(0, str(root))
    for path in sorted((root / package).rglob("*.py")):
        importlib.import_module(
            ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        )
    models = importlib.import_module(f"{package}.models")
    for name, example in json.loads(examples.read_text(encoding="utf-8")).items():
        model = getattr(models, name)
        try:
            read = model.from_dict(example)
            written = read.to_dict()
            if written.keys() != example.keys() or model.from_dict(written) != read:
                raise ValueError(f"reads {example} and writes {written}")
        except Exception as error:
            error.add_note(f"in {name}")
            raise


if __name__ == "__main__":
    try:
        probe(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    except Exception as error:  # noqa: BLE001 - any error of generated code is a finding
        notes = " ".join(getattr(error, "__notes__", ()))
        sys.exit(f"{type(error).__name__}: {error} {notes}")
