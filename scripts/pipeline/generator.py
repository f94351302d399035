"""The tools that make a Python package of a document: openapi-python-client and ruff."""

import json
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import openapi_python_client
from openapi_python_client.config import Config, ConfigFile, MetaType

from scripts.pipeline.adapter import adapt
from scripts.pipeline.errors import StepError, shorten
from scripts.pipeline.naming import PACKAGE
from scripts.pipeline.visitor import Document

TIMEOUT = 300.0
"""Seconds for each tool."""
_OPENAPI = Path(__file__).resolve().parents[2] / "openapi"
CONFIG = _OPENAPI / "generator.yaml"
TEMPLATES = _OPENAPI / "templates"

# Isolated, because the project's own settings for ruff leave generated code out.
_RUFF = "--isolated --no-cache --no-respect-gitignore --quiet --line-length=110"
# The subscripts of these classes are types in quotes; ruff would otherwise drop what only they use.
_GENERIC_CLASSES = [
    f"quentli_query.client.lists.resource.{prefix}{base}"
    for base in ("Resource", "RetrievableResource")
    for prefix in ("", "Async")
]
_GENERICS = "--config=lint.pyflakes.extend-generics=" + json.dumps(_GENERIC_CLASSES, separators=(",", ":"))
# Templates import all that a file may need, and ruff drops what it does not.
_IMPORTS = "--config=lint.isort.split-on-trailing-comma=false"
FORMATTERS = (
    f"ruff check {_RUFF} {_GENERICS} {_IMPORTS} --fix-only --extend-select=I --target-version=py311",
    f"ruff format {_RUFF} --target-version=py311",
)


def generate(document: Document, workspace: Path) -> Path:
    """Generate the package for a document, not formatted yet.

    Args:
        document: An OpenAPI document, rewritten for the generator.
        workspace: The directory to work in; `generated/` is made there.

    Returns:
        The package's directory, alone in its parent.

    Raises:
        StepError: The generator failed, or would have left something out of the package.
    """
    source, package = workspace / "openapi.json", workspace / "generated" / PACKAGE
    source.write_text(json.dumps(adapt(document)), encoding="utf-8")
    settings = ConfigFile.load_from_path(CONFIG)
    config = Config.from_sources(settings, MetaType.NONE, source, "utf-8", False, package)
    package.parent.mkdir()
    try:
        with redirect_stdout(StringIO()):
            problems = openapi_python_client.generate(config=config, custom_template_path=TEMPLATES)
    except Exception as error:
        raise StepError(f"openapi-python-client: {type(error).__name__}: {shorten(str(error))}") from error
    # A mere warning means that an operation or a model is missing.
    for problem in problems:
        raise StepError(shorten(f"{problem.header} {problem.detail or ''}"))
    return package


def reformat(package: Path) -> None:
    """Sort the imports of a package, drop the unused ones and lay out its code.

    Raises:
        StepError: The formatter failed.
    """
    for command in FORMATTERS:
        run_tool(*command.split(), directory=package)


def run_tool(tool: str, *arguments: str, directory: Path) -> None:
    """Run a tool of this environment.

    Raises:
        StepError: It fails; the message has the first reason.
    """
    command = (str(Path(sys.executable).parent / tool), *arguments)
    try:
        finished = subprocess.run(
            command, cwd=directory, capture_output=True, encoding="utf-8", check=False, timeout=TIMEOUT
        )
    except subprocess.TimeoutExpired as error:
        raise StepError(f"{tool} takes longer than {TIMEOUT:g} seconds") from error
    if finished.returncode != 0:
        said = finished.stderr.strip() or finished.stdout.strip()
        raise StepError(f"{tool}: {shorten(said) or f'exit status {finished.returncode}'}")
