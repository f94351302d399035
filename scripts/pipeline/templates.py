"""Templates for the generator: its own, with the edits of openapi/templates/edits.toml."""

import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

from attrs import frozen

from scripts.pipeline.errors import StepError

_HERE = Path(__file__).resolve().parents[2] / "openapi" / "templates"
EDITS = _HERE / "edits.toml"
PARTS = _HERE / "parts"
_GENERATOR = "openapi-python-client"


@frozen(kw_only=True)
class Edit:
    """One change of a template.

    An anchor is a piece of a line. Exactly one of `swap`, `lines`, `above`, `below` and `end` is given.

    Attributes:
        why: Reason for the edit.
        swap: Anchor that the text replaces.
        lines: Anchor of the line that the text replaces, with the lines below it up to `through`, if given.
        above: Anchor of the line that the text goes above.
        below: Anchor of the line that the text goes below.
        end: True if the text goes to the end of the template.
        through: Anchor of the last line to replace.
        times: Number of places with the anchor. The edit is applied at each.
        text: Lines without the end of the last one. Empty to remove something.
    """

    why: str
    swap: str = ""
    lines: str = ""
    above: str = ""
    below: str = ""
    end: bool = False
    through: str = ""
    times: int = 1
    text: str = ""

    def apply(self, template: str) -> str:
        """Return the template with this change.

        Raises:
            ValueError: An anchor is not found as often as expected. The message names the anchor.
        """
        anchor = self.swap or self.lines or self.above or self.below
        lines = template.removesuffix("\n").split("\n")
        if not self.end and (found := sum(line.count(anchor) for line in lines)) != self.times:
            raise ValueError(f"{anchor!r} is found {found} times, not {self.times}")
        if self.swap:
            return template.replace(self.swap, self.text)
        added = self.text.split("\n") if self.text else []
        # From the last place to the first, so that no change moves the places that are left.
        for start in [len(lines)] if self.end else _find_lines(anchor, lines)[::-1]:
            lines[self._find_range(start, lines)] = added
        return "\n".join(lines) + "\n"

    def _find_range(self, start: int, lines: list[str]) -> slice:
        """Return the lines to replace; for an insertion, the place between two lines."""
        if self.through:
            ends = _find_lines(self.through, lines[start:])
            if not ends:
                raise ValueError(f"{self.through!r} is not found below {self.lines!r}")
            return slice(start, start + ends[0] + 1)
        first = start + bool(self.below)
        return slice(first, first + bool(self.lines))


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


def read_edits() -> dict[str, list[Edit]]:
    """Return the edits of each template, in their order."""
    with EDITS.open("rb") as file:
        templates = tomllib.load(file)
    return {name: [_build_edit(**edit) for edit in template["edits"]] for name, template in templates.items()}


def apply_edits(name: str, template: str, edits: list[Edit]) -> str:
    """Apply the edits of a template, each to the result of the one before.

    Raises:
        StepError: An edit does not fit. The message names the edit.
    """
    for number, edit in enumerate(edits, 1):
        try:
            template = edit.apply(template)
        except ValueError as error:
            raise StepError(
                f"edit {number} of {name} ({edit.why.strip()}) does not fit "
                f"{_GENERATOR} {metadata.version(_GENERATOR)}: {error}"
            ) from error
    return template


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
    return path.read_text(encoding="utf-8")


def _build_edit(*, text: str = "", part: str | None = None, **others: Any) -> Edit:
    """Build an edit from its table in edits.toml. Its text may be a file in parts/."""
    content = text if part is None else (PARTS / part).read_text(encoding="utf-8")
    return Edit(text=content.removesuffix("\n"), **others)


def _find_lines(anchor: str, lines: list[str]) -> list[int]:
    return [number for number, line in enumerate(lines) if anchor in line]
