"""The generator's templates: those installed with it, edited as openapi/templates/edits.toml says."""

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
    """One difference from a template of the generator's.

    An anchor is a piece of a line. Of `swap`, `lines`, `above`, `below` and `end`, one alone is given.

    Attributes:
        why: What the edit is for.
        swap: The anchor that gives way to the text.
        lines: The anchor whose line gives way to the text, and the lines below it up to `through`, if given.
        above: The anchor above whose line the text goes.
        below: The anchor below whose line the text goes.
        end: Whether the text goes to the end of the template.
        through: The anchor of the last line, looked for from the line of `lines` on.
        times: How often the anchor is found, at each of which the edit is made.
        text: The text, as lines without the end of the last one; if it is empty, something is removed.
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

    def applied(self, template: str) -> str:
        """The template with this difference.

        Raises:
            ValueError: An anchor is not found as often as it should be; the message says which.
        """
        anchor = self.swap or self.lines or self.above or self.below
        lines = template.removesuffix("\n").split("\n")
        if not self.end and (found := sum(line.count(anchor) for line in lines)) != self.times:
            raise ValueError(f"{anchor!r} is found {found} times, not {self.times}")
        if self.swap:
            return template.replace(self.swap, self.text)
        added = self.text.split("\n") if self.text else []
        # From the last to the first, so that no change moves those that are still to come.
        for start in [len(lines)] if self.end else _having(anchor, lines)[::-1]:
            lines[self._replaced(start, lines)] = added
        return "\n".join(lines) + "\n"

    def _replaced(self, start: int, lines: list[str]) -> slice:
        """The lines that give way; for an insertion, the place between two."""
        if self.through:
            ends = _having(self.through, lines[start:])
            if not ends:
                raise ValueError(f"{self.through!r} is not found below {self.lines!r}")
            return slice(start, start + ends[0] + 1)
        first = start + bool(self.below)
        return slice(first, first + bool(self.lines))


def make(directory: Path) -> Path:
    """Write the edited templates to a directory, which is made, for the generator to prefer to its own.

    Returns:
        The directory.

    Raises:
        StepError: An edit does not fit the installed version of the generator; the message says which.
    """
    for name, edits in read_edits().items():
        target = directory / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(edited(name, original(name), edits), encoding="utf-8")
    return directory


def read_edits() -> dict[str, list[Edit]]:
    """The edits of each template, in the order in which they are made."""
    with EDITS.open("rb") as file:
        templates = tomllib.load(file)
    return {name: [_edit(**edit) for edit in template["edits"]] for name, template in templates.items()}


def edited(name: str, template: str, edits: list[Edit]) -> str:
    """A template with its edits made one after another, each in what the one before has left.

    Raises:
        StepError: One does not fit; the message says which.
    """
    for number, edit in enumerate(edits, 1):
        try:
            template = edit.applied(template)
        except ValueError as error:
            raise StepError(
                f"edit {number} of {name} ({edit.why.strip()}) does not fit "
                f"{_GENERATOR} {metadata.version(_GENERATOR)}: {error}"
            ) from error
    return template


def original(name: str) -> str:
    """The template of that name that is installed with the generator.

    Raises:
        StepError: There is none.
    """
    installed = metadata.distribution(_GENERATOR)
    path = Path(str(installed.locate_file(f"openapi_python_client/templates/{name}")))
    if not path.is_file():
        raise StepError(
            f"{_GENERATOR} {installed.version} has no template {name}, of which edits.toml has edits"
        )
    return path.read_text(encoding="utf-8")


def _edit(*, text: str = "", part: str | None = None, **others: Any) -> Edit:
    """An edit as it stands in the file, where the text may be that of a file in parts/."""
    content = text if part is None else (PARTS / part).read_text(encoding="utf-8")
    return Edit(text=content.removesuffix("\n"), **others)


def _having(anchor: str, lines: list[str]) -> list[int]:
    return [number for number, line in enumerate(lines) if anchor in line]
