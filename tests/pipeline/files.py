"""Trees of files to compare, and documents written to files."""

import json
from pathlib import Path
from typing import Any

import yaml


def read_tree(root: Path) -> dict[str, bytes]:
    """Return every file, without the compiled ones that an import leaves behind."""
    files = (path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def write_document(path: Path, document: Any) -> Path:
    """Write a document as JSON or as YAML, as the file's name says."""
    is_json = path.suffix == ".json"
    text = json.dumps(document) if is_json else yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path
