"""The tools that turn a document into a Python package: openapi-python-client, then ruff."""

import json
import subprocess
import sys
from pathlib import Path

from scripts.pipeline import templates
from scripts.pipeline.adapter import adapt
from scripts.pipeline.document import Document
from scripts.pipeline.steps import StepError

CONFIG = Path(__file__).resolve().parents[2] / "openapi" / "generator.yaml"
PACKAGE = "quentli_client"

# Isolated, because the project's own settings for ruff leave generated code out.
_RUFF = ("--isolated", "--no-cache", "--no-respect-gitignore", "--quiet")
FORMATTERS = (
    (
        "ruff",
        "check",
        *_RUFF,
        "--fix-only",
        "--extend-select=I",
        "--line-length=110",
        "--target-version=py311",
    ),
    ("ruff", "format", *_RUFF, "--line-length=110", "--target-version=py311"),
)


def generate(document: Document, workspace: Path) -> Path:
    """Generate the package for a document, not formatted yet.

    Args:
        document: An OpenAPI document, rewritten for the generator.
        workspace: The directory to work in; `generated/` and `templates/` are made there.

    Returns:
        The package's directory, alone in its parent.

    Raises:
        StepError: The generator failed, or would have left something out of the package; or its templates are
            not those that the edits were made for.
    """
    source = workspace / "openapi.json"
    source.write_text(json.dumps(adapt(document)), encoding="utf-8")
    package = workspace / "generated" / PACKAGE
    # A mere warning means that an operation or a model is missing.
    options = (
        "--meta=none",
        "--fail-on-warning",
        f"--config={CONFIG}",
        f"--custom-template-path={templates.make(workspace / 'templates')}",
    )
    places = (f"--path={source}", f"--output-path={package}")
    _run("openapi-python-client", "generate", *options, *places, directory=workspace)
    return package


def reformat(package: Path) -> None:
    """Sort the imports of a package, drop the unused ones and lay out its code.

    Raises:
        StepError: The formatter failed.
    """
    for command in FORMATTERS:
        _run(*command, directory=package)


def _run(tool: str, *arguments: str, directory: Path) -> None:
    executable = Path(sys.executable).parent / tool
    finished = subprocess.run(
        [executable, *arguments], cwd=directory, capture_output=True, encoding="utf-8", check=False
    )
    if finished.returncode != 0:
        said = finished.stderr.strip() or finished.stdout.strip()
        raise StepError(f"{tool} exited with status {finished.returncode}\n{said}")
