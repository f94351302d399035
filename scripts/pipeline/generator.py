"""The tools that make a Python package of a document: openapi-python-client and ruff."""

import json
import re
import subprocess
import sys
from pathlib import Path

from scripts.pipeline import templates
from scripts.pipeline.adapter import adapt
from scripts.pipeline.errors import StepError
from scripts.pipeline.visitor import Document

TIMEOUT = 300.0
"""Seconds for each tool. The generator takes about three for the present document."""
CONFIG = Path(__file__).resolve().parents[2] / "openapi" / "generator.yaml"
PACKAGE = "quentli_client"

# Isolated, because the project's own settings for ruff leave generated code out.
_RUFF = "--isolated --no-cache --no-respect-gitignore --quiet --line-length=110"
FORMATTERS = (
    f"ruff check {_RUFF} --fix-only --extend-select=I --target-version=py311",
    f"ruff format {_RUFF} --target-version=py311",
)

# The generator's opening words, and what it shows of its own objects.
_GENERAL = re.compile(
    r"^(Warning|Error)\(s\) encountered while generating[.,] \S.*?(may be missing|not created)"
)
_DUMP = re.compile(
    r"\d+ validation errors? for \w+ | \[type=.*|\bFor further information.*|<[^<>]* at 0x[0-9a-f]+>"
)
_LONGEST = 500


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
    run_tool("openapi-python-client", "generate", *options, *places, directory=workspace)
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
    executable = Path(sys.executable).parent / tool
    try:
        finished = subprocess.run(
            [executable, *arguments],
            cwd=directory,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as error:
        raise StepError(f"{tool} takes longer than {TIMEOUT:g} seconds") from error
    if finished.returncode != 0:
        said = finished.stderr.strip() or finished.stdout.strip()
        raise StepError(f"{tool}: {_summarize(said) or f'exit status {finished.returncode}'}")


def _summarize(said: str) -> str:
    """Return the place and the reason of the first problem, without the objects that the generator dumps."""
    paragraphs = [" ".join(each.split()) for each in said.split("\n\n")]
    paragraphs[0] = _GENERAL.sub("", paragraphs[0])
    plain = [
        _DUMP.sub("", each).strip() for each in paragraphs if each and not each.startswith(("{", "If you"))
    ]
    return " ".join(" ".join(plain[:2]).split())[:_LONGEST]
