"""Edits of the generator's templates: each edit in edits.toml fits, and an edit that does not fit is named."""

from pathlib import Path

import jinja2
import pytest

from scripts.pipeline import templates
from scripts.pipeline.errors import StepError
from scripts.pipeline.templates import Edit

ALL = templates.read_edits()
EACH = [(name, number) for name, edits in ALL.items() for number in range(1, len(edits) + 1)]
TEMPLATE = "one\n  two {{ a }}\nthree\nend\nfour\nend\n"


@pytest.mark.parametrize(("name", "number"), EACH)
def test_an_edit_fits_and_has_a_reason(name: str, number: int) -> None:
    edit, before = ALL[name][number - 1], ALL[name][: number - 1]
    template = templates.apply_edits(name, templates.read_original(name), before)

    assert templates.apply_edits(name, template, [edit]) != template
    assert edit["why"].strip()
    assert edit.keys() <= {"why", "text", "part", "times", "through", *templates.PLACES}
    assert "lines" in edit or "through" not in edit


def test_each_part_is_used() -> None:
    used = {edit.get("part") for edits in ALL.values() for edit in edits}

    assert {part.name for part in templates.PARTS.iterdir()} == used - {None}


def test_the_directory_has_only_the_edited_templates(tmp_path: Path) -> None:
    made = templates.make(tmp_path / "templates")
    written = {file.relative_to(made).as_posix(): file for file in made.rglob("*") if file.is_file()}
    environment = jinja2.Environment(extensions=["jinja2.ext.loopcontrols"], autoescape=False)

    assert written.keys() == ALL.keys()
    for name, file in written.items():
        text = file.read_text(encoding="utf-8")
        assert text != templates.read_original(name)
        assert environment.parse(text).body


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"swap": "{{ a }}", "text": "b"}, TEMPLATE.replace("{{ a }}", "b")),
        ({"swap": "{{ a }}", "text": "b\nc"}, TEMPLATE.replace("{{ a }}", "b\nc")),
        ({"swap": "end", "text": "END", "times": 2}, TEMPLATE.replace("end", "END")),
        ({"swap": " {{ a }}"}, TEMPLATE.replace(" {{ a }}", "")),
        ({"lines": "two"}, TEMPLATE.replace("  two {{ a }}\n", "")),
        ({"lines": "two", "text": "2\n\n2"}, TEMPLATE.replace("  two {{ a }}", "2\n\n2")),
        ({"lines": "two", "through": "end", "text": "2"}, "one\n2\nfour\nend\n"),
        ({"lines": "two", "through": "{{ a }}", "text": "2"}, "one\n2\nthree\nend\nfour\nend\n"),
        ({"lines": "end", "times": 2}, "one\n  two {{ a }}\nthree\nfour\n"),
        ({"above": "one", "text": "zero"}, "zero\n" + TEMPLATE),
        ({"above": "end", "times": 2, "text": "the\nvery"}, TEMPLATE.replace("end", "the\nvery\nend")),
        ({"below": "end", "times": 2, "text": "-"}, TEMPLATE.replace("end", "end\n-")),
        ({"end": True, "text": "five\n\nsix"}, TEMPLATE + "five\n\nsix\n"),
    ],
    ids=repr,
)
def test_the_kinds_of_edit(edit: Edit, expected: str) -> None:
    assert templates.apply_edits("some.jinja", TEMPLATE, [edit]) == expected


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"swap": "five"}, "'five' is found 0 times, not 1"),
        ({"lines": "end"}, "'end' is found 2 times, not 1"),
        ({"above": "o", "times": 2}, "'o' is found 3 times, not 2"),
        ({"lines": "four", "through": "three"}, "'four' is found 0 times, not 1"),
    ],
    ids=repr,
)
def test_an_edit_that_does_not_fit_is_named(edit: Edit, said: str) -> None:
    edits = [{"above": "one", "text": "1"}, {**edit, "why": "a"}]

    with pytest.raises(
        StepError, match=rf"^edit 2 of some\.jinja \(a\) does not fit openapi-python-client 0\..*{said}$"
    ):
        templates.apply_edits("some.jinja", TEMPLATE, edits)


def test_a_missing_template_is_named() -> None:
    with pytest.raises(StepError, match=r"has no template gone\.py\.jinja"):
        templates.read_original("gone.py.jinja")
