"""The generator's templates are edited as edits.toml says, and an edit that does not fit is named."""

from pathlib import Path

import jinja2
import pytest

from scripts.pipeline import __main__ as command, templates
from scripts.pipeline.steps import StepError
from scripts.pipeline.templates import Edit

ALL = templates.read_edits()
EACH = [(name, number) for name, edits in ALL.items() for number in range(1, len(edits) + 1)]
ANCHORED = [(name, number) for name, number in EACH if not ALL[name][number - 1].end]
TEMPLATE = "one\n  two {{ a }}\nthree\nend\nfour\nend\n"


@pytest.mark.parametrize(("name", "number"), EACH)
def test_an_edit_fits_and_changes_something(name: str, number: int) -> None:
    before = templates.edited(name, templates.original(name), ALL[name][: number - 1])

    assert ALL[name][number - 1].applied(before) != before


@pytest.mark.parametrize(("name", "number"), ANCHORED)
def test_an_edit_that_no_longer_fits_is_named(name: str, number: int) -> None:
    edit = ALL[name][number - 1]
    anchor = edit.swap or edit.lines or edit.above or edit.below

    for spoiled in ("", templates.original(name) + f"\n{anchor}" * (edit.times + 1)):
        with pytest.raises(StepError) as caught:
            templates.edited(name, spoiled, [edit])

        assert f"edit 1 of {name} ({edit.why.strip()}) does not fit openapi-python-client 0." in str(
            caught.value
        )
        assert f"{anchor!r} is found" in str(caught.value)


@pytest.mark.parametrize(("name", "number"), EACH)
def test_an_edit_says_why_and_one_place(name: str, number: int) -> None:
    edit = ALL[name][number - 1]

    assert edit.why.strip()
    assert [bool(place) for place in (edit.swap, edit.lines, edit.above, edit.below, edit.end)].count(
        True
    ) == 1
    assert bool(edit.lines) or not edit.through
    assert all("\n" not in anchor for anchor in (edit.swap, edit.lines, edit.above, edit.below, edit.through))


def test_each_part_is_put_somewhere() -> None:
    texts = [edit.text for edits in ALL.values() for edit in edits]

    for part in templates.PARTS.iterdir():
        assert texts.count(part.read_text(encoding="utf-8").removesuffix("\n")) == 1


def test_the_directory_has_the_edited_templates_alone(tmp_path: Path) -> None:
    made = templates.make(tmp_path / "templates")
    written = {file.relative_to(made).as_posix(): file for file in made.rglob("*") if file.is_file()}
    environment = jinja2.Environment(extensions=["jinja2.ext.loopcontrols"], autoescape=False)

    assert written.keys() == ALL.keys()
    for name, file in written.items():
        text = file.read_text(encoding="utf-8")
        assert text != templates.original(name)
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
def test_what_an_edit_does(edit: Edit, expected: str) -> None:
    assert edit.applied(TEMPLATE) == expected
    assert edit.applied(TEMPLATE.removesuffix("\n")).removesuffix("\n") == expected.removesuffix("\n")


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
def test_what_does_not_fit(edit: Edit, said: str) -> None:
    fits = Edit(why="fits", above="one", text="1")

    with pytest.raises(StepError, match=r"^edit 2 of some\.jinja \(a\) does not fit") as caught:
        templates.edited("some.jinja", TEMPLATE, [fits, edit])

    assert str(caught.value).endswith(said)


def test_a_template_that_is_gone_is_named() -> None:
    with pytest.raises(StepError, match=r"has no template gone\.py\.jinja"):
        templates.original("gone.py.jinja")


def test_the_command_stops_at_an_edit_that_does_not_fit(
    output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    client = output / "quentli_client" / "client.py"
    before = client.read_bytes()
    found = templates.original

    def upgraded(name: str) -> str:
        return found(name).replace("def __exit__(self, *args: Any", "def __exit__(self, *arguments: Any")

    monkeypatch.setattr(templates, "original", upgraded)

    assert command.main([], output=output) == 1
    said = capsys.readouterr().err
    assert "step 'generate' failed: edit 5 of client.py.jinja" in said
    assert "'self, *args: Any, **kwargs: Any' is found 1 times, not 2" in said
    assert client.read_bytes() == before
