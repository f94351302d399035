"""The command: what it makes, what --check says, and that a failure changes nothing."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.pipeline import __main__ as command, document, generator, rewrites, trees
from scripts.pipeline.__main__ import OUTPUT, ROOT, SPEC, main

CLIENT = "quentli_client/client.py"


def contents(root: Path) -> dict[str, bytes]:
    """Every file, without the compiled ones that an import leaves behind."""
    files = (path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_the_checkout_is_what_the_document_gives(made: Path) -> None:
    assert contents(made) == contents(OUTPUT)


def test_a_second_run_gives_the_same_bytes(made: Path, output: Path) -> None:
    (output / CLIENT).write_text("stale", encoding="utf-8")
    (output / "quentli_client" / "stale.py").touch()

    assert main([], output=output) == 0
    assert contents(output) == contents(made)


def test_the_package_is_alone_typed_and_knows_no_place(made: Path) -> None:
    text = b"".join(contents(made).values()).decode()

    assert [path.name for path in made.iterdir()] == ["quentli_client"]
    assert (made / "quentli_client" / "py.typed").is_file()
    assert str(ROOT) not in text
    assert str(made.parent) not in text


def test_the_package_is_formatted(made: Path) -> None:
    imports = (made / "quentli_client" / "api" / "customers" / "customers_list.py").read_text(
        encoding="utf-8"
    )

    assert "\nfrom typing import Any\n" in imports
    assert max(len(line) for line in imports.splitlines() if not line.startswith("        errors.")) <= 110


def test_check_of_the_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(OUTPUT)

    assert main(["--check"]) == 0
    assert capsys.readouterr().out == "generated/ is what quentli.yaml gives.\n"
    assert contents(OUTPUT) == before


def overwrite(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"httpx", b"httpy", 1))


SPOILED: list[tuple[str, Callable[[Path], Any], str]] = [
    (CLIENT, overwrite, "different"),
    (CLIENT, Path.unlink, "missing"),
    ("quentli_client/py.typed", Path.unlink, "missing"),
    ("quentli_client/.hidden", Path.touch, "extra"),
    ("quentli_client/models/lead.py", Path.touch, "extra"),
    ("README.md", Path.touch, "extra"),
]


@pytest.mark.parametrize(("name", "spoil", "verdict"), SPOILED)
def test_differences_are_named(
    name: str, spoil: Callable[[Path], Any], verdict: str, made: Path, output: Path
) -> None:
    spoil(output / name)

    assert trees.differences(made, output) == [f"{name}: {verdict}"]


def test_check_names_every_difference(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoiled: dict[str, Callable[[Path], Any]] = {
        "README.md": Path.touch,
        CLIENT: overwrite,
        "quentli_client/types.py": Path.unlink,
    }
    for name, spoil in spoiled.items():
        spoil(output / name)
    before = contents(output)

    assert main(["--check"], output=output) == 1
    assert [line.strip() for line in capsys.readouterr().err.splitlines()[1:]] == [
        "generated/README.md: extra",
        "generated/quentli_client/client.py: different",
        "generated/quentli_client/types.py: missing",
    ]
    assert contents(output) == before


def test_compiled_files_are_no_difference(made: Path, output: Path) -> None:
    compiled = output / "quentli_client" / "models" / "__pycache__" / "customer.cpython-311.pyc"
    compiled.parent.mkdir()
    compiled.touch()

    assert trees.differences(made, output) == []


def test_everything_is_missing_from_an_output_that_is_not_there(made: Path, tmp_path: Path) -> None:
    assert trees.differences(made, tmp_path / "nothing") == [
        f"{name}: missing" for name in sorted(contents(made))
    ]


def spec_with(tmp_path: Path, text: str) -> Path:
    spec = tmp_path / "spec.yaml"
    spec.write_text(text, encoding="utf-8")
    return spec


def invalid_yaml(tmp_path: Path, _: pytest.MonkeyPatch) -> Path:
    return spec_with(tmp_path, "openapi: [")


def missing_spec(tmp_path: Path, _: pytest.MonkeyPatch) -> Path:
    return tmp_path / "nothing.yaml"


def invalid_spec(tmp_path: Path, _: pytest.MonkeyPatch) -> Path:
    return spec_with(tmp_path, "openapi: 3.0.3")


def two_classes_of_one_name(tmp_path: Path, _: pytest.MonkeyPatch) -> Path:
    """Valid, but the generator warns and leaves one of the two out."""
    vendors = document.load(SPEC)
    vendors["components"]["schemas"]["customer"] = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
    }
    return spec_with(tmp_path, json.dumps(vendors))


def broken_generator_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(generator, "CONFIG", tmp_path / "nothing.yaml")
    return SPEC


def failing_formatter(_: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(generator, "FORMATTERS", (("ruff", "format", "--no-such-option"),))
    return SPEC


def missing_formatter(_: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(generator, "FORMATTERS", (("no-such-formatter",),))
    return SPEC


def nothing_built(_: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(command, "build", lambda _, workspace: workspace / "nothing")
    return SPEC


def nowhere_to_work(tmp_path: Path, _: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".cache").touch()
    return SPEC


FAILURES = [
    (nowhere_to_work, "prepare", "Not a directory"),
    (missing_spec, "load", "nothing.yaml"),
    (invalid_yaml, "load", "cannot be parsed"),
    (invalid_spec, "validate", "'info' is a required property"),
    (two_classes_of_one_name, "generate", "Attempted to generate duplicate models"),
    (broken_generator_settings, "generate", "Unable to parse config"),
    (failing_formatter, "format", "--no-such-option"),
    (missing_formatter, "format", "no-such-formatter"),
    (nothing_built, "swap in", "nothing"),
]


@pytest.mark.parametrize(("fail", "name", "reason"), FAILURES)
def test_a_failing_step_changes_nothing_and_is_named(
    fail: Callable[[Path, pytest.MonkeyPatch], Path],
    name: str,
    reason: str,
    output: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spec = fail(tmp_path, monkeypatch)
    (output / CLIENT).write_text("by hand", encoding="utf-8")
    before = contents(output)

    assert main([], spec=spec, output=output) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"scripts/regenerate: step '{name}' failed: ")
    assert reason in said
    assert said.endswith("generated/ is as it was.\n")
    assert contents(output) == before


def test_a_mistake_in_the_pipeline_changes_nothing_and_keeps_its_traceback(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewrites, "REWRITES", (lambda vendors: vendors["no such key"],))
    before = contents(output)

    with pytest.raises(KeyError) as caught:
        main([], output=output)
    assert caught.value.__notes__ == ["in step 'rewrite'"]
    assert contents(output) == before


def test_a_run_leaves_nothing_behind_and_clears_what_a_killed_one_left(output: Path, tmp_path: Path) -> None:
    shelf = tmp_path / ".cache" / "regenerate"
    (shelf / "killed" / "previous").mkdir(parents=True)

    assert main([], spec=spec_with(tmp_path, "openapi: ["), output=output) == 1
    assert list(shelf.iterdir()) == []


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    output = tmp_path / "generated"
    second_is_in = threading.Event()

    def second() -> None:
        with trees.workspace(output):
            second_is_in.set()

    with trees.workspace(output) as first:
        thread = threading.Thread(target=second)
        thread.start()
        assert not second_is_in.wait(0.2)
        assert first.is_dir()
    thread.join(5)
    assert second_is_in.is_set()


def test_swap_into_an_empty_place(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "new").touch()

    trees.swap(fresh, tmp_path / "target", set_aside=tmp_path / "aside")

    assert contents(tmp_path) == {"target/new": b""}
