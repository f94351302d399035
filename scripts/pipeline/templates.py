"""Templates for the generator: its own, with the edits of openapi/templates/edits.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from scripts.pipeline.errors import StepError

_HERE = Path(__file__).resolve().parents[2] / "openapi" / "templates"
EDITS = _HERE / "edits.toml"
PARTS = _HERE / "parts"
_GENERATOR = "openapi-python-client"

Edit = Mapping[str, Any]
"""One change of a template. openapi/templates/README.md explains the keys."""

# The pattern of each key that names a place by an anchor, a piece of a line. Its group stays.
PLACES = {
    "swap": "(){anchor}",
    "lines": r"^()(?=.*{anchor})(?:.*\n)*?.*{through}.*\n",
    "above": r"^()(?=.*{anchor})",
    "below": r"^(.*{anchor}.*\n)",
    "end": r"()\Z",
}


def make(directory: Path) -> Path:
    """Write the edited templates to a new directory.

    Returns:
        The directory.

    Raises:
        StepError: An edit does not fit the installed version of the generator. The message names the edit.
    """
    for name, edits in read_edits().items():
        target = directory / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(apply_edits(name, read_original(name), edits), encoding="utf-8")
    return directory


def read_edits() -> dict[str, Sequence[Edit]]:
    """Return the edits of each template, in their order."""
    templates = tomllib.loads(EDITS.read_text(encoding="utf-8"))
    return {name: template["edits"] for name, template in templates.items()}


def apply_edits(name: str, template: str, edits: Sequence[Edit]) -> str:
    """Apply the edits of a template, each to the result of the one before.

    Raises:
        StepError: An anchor is not found as often as expected. The message names the edit and the anchor.
    """
    for number, edit in enumerate(edits, 1):
        [key] = PLACES.keys() & edit
        anchors = {"anchor": str(edit[key]), "through": edit.get("through", str(edit[key]))}
        pattern = PLACES[key].format_map({name: re.escape(each) for name, each in anchors.items()})
        text = read_text(edit) + ("" if key == "swap" or not read_text(edit) else "\n")
        kept = r"\g<1>" + text.replace("\\", r"\\")
        template, count = re.subn(pattern, kept, template, flags=re.MULTILINE)
        if count != (expected := edit.get("times", 1)):
            raise StepError(
                f"edit {number} of {name} ({edit['why'].strip()}) does not fit {_GENERATOR} "
                f"{metadata.version(_GENERATOR)}: {edit[key]!r} is found {count} times, not {expected}"
            )
    return template


def read_text(edit: Edit) -> str:
    """Return the text of an edit, which may be in a file of its own, without the end of its last line."""
    text: str = (PARTS / edit["part"]).read_text(encoding="utf-8") if "part" in edit else edit.get("text", "")
    return text.removesuffix("\n")


def read_original(name: str) -> str:
    """Read a template as installed with the generator.

    Raises:
        StepError: The generator has no template of that name.
    """
    installed = metadata.distribution(_GENERATOR)
    path = Path(str(installed.locate_file(f"openapi_python_client/templates/{name}")))
    if not path.is_file():
        raise StepError(
            f"{_GENERATOR} {installed.version} has no template {name}: remove its edits from edits.toml"
        )
    return path.read_text(encoding="utf-8").removesuffix("\n") + "\n"
