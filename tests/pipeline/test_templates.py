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
def test_an_edit_fits_at_one_place_and_has_a_reason(name: str, number: int) -> None:
    edit = ALL[name][number - 1]
    before = templates.apply_edits(name, templates.read_original(name), ALL[name][: number - 1])

    assert edit.apply(before) != before
    assert edit.why.strip()
    anchors = (edit.swap, edit.lines, edit.above, edit.below)
    assert sum(map(bool, (*anchors, edit.end))) == 1
    assert bool(edit.lines) or not edit.through
    assert all("\n" not in anchor for anchor in (*anchors, edit.through))


def test_each_part_is_used() -> None:
    texts = [edit.text for edits in ALL.values() for edit in edits]

    for part in templates.PARTS.iterdir():
        assert part.read_text(encoding="utf-8").removesuffix("\n") in texts


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
        (Edit(why="", swap="{{ a }}", text="b"), TEMPLATE.replace("{{ a }}", "b")),
        (Edit(why="", swap="{{ a }}", text="b\nc"), TEMPLATE.replace("{{ a }}", "b\nc")),
        (Edit(why="", swap="end", text="END", times=2), TEMPLATE.replace("end", "END")),
        (Edit(why="", swap=" {{ a }}"), TEMPLATE.replace(" {{ a }}", "")),
        (Edit(why="", lines="two"), TEMPLATE.replace("  two {{ a }}\n", "")),
        (Edit(why="", lines="two", text="2\n\n2"), TEMPLATE.replace("  two {{ a }}", "2\n\n2")),
        (Edit(why="", lines="two", through="end", text="2"), "one\n2\nfour\nend\n"),
        (Edit(why="", lines="two", through="{{ a }}", text="2"), "one\n2\nthree\nend\nfour\nend\n"),
        (Edit(why="", lines="end", times=2), "one\n  two {{ a }}\nthree\nfour\n"),
        (Edit(why="", above="one", text="zero"), "zero\n" + TEMPLATE),
        (Edit(why="", above="end", times=2, text="the\nvery"), TEMPLATE.replace("end", "the\nvery\nend")),
        (Edit(why="", below="end", times=2, text="-"), TEMPLATE.replace("end", "end\n-")),
        (Edit(why="", end=True, text="five\n\nsix"), TEMPLATE + "five\n\nsix\n"),
    ],
    ids=repr,
)
def test_the_kinds_of_edit(edit: Edit, expected: str) -> None:
    assert edit.apply(TEMPLATE) == expected
    assert edit.apply(TEMPLATE.removesuffix("\n")).removesuffix("\n") == expected.removesuffix("\n")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit(why="a", swap="five"), "'five' is found 0 times, not 1"),
        (Edit(why="a", lines="end"), "'end' is found 2 times, not 1"),
        (Edit(why="a", above="o", times=2), "'o' is found 3 times, not 2"),
        (Edit(why="a", lines="four", through="three"), "'three' is not found below 'four'"),
    ],
    ids=repr,
)
def test_an_edit_that_does_not_fit_is_named(edit: Edit, said: str) -> None:
    fits = Edit(why="fits", above="one", text="1")

    with pytest.raises(
        StepError, match=r"^edit 2 of some\.jinja \(a\) does not fit openapi-python-client 0\."
    ) as caught:
        templates.apply_edits("some.jinja", TEMPLATE, [fits, edit])

    assert str(caught.value).endswith(said)


def test_a_missing_template_is_named() -> None:
    with pytest.raises(StepError, match=r"has no template gone\.py\.jinja"):
        templates.read_original("gone.py.jinja")
