"""The command without --spec: it builds the client, compares with --check, and changes nothing when it fails."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pipeline.checkout import Checkout, read_tree, write_document
from pipeline.schemas import STRING, record
from pipeline.vendor import alter

from scripts.pipeline import __main__ as command, generator, rewrites, swap, verification
from scripts.pipeline.__main__ import OUTPUT, ROOT
from scripts.pipeline.resources import writer

SHAPES = Path(__file__).parent / "data" / "shapes.yaml"


def test_the_packages_are_alone_typed_and_name_no_place() -> None:
    packages = {"quentli_client", "quentli_resources"}
    assert {path.name for path in OUTPUT.iterdir()} == packages
    assert all((OUTPUT / name / "py.typed").is_file() for name in packages)
    assert str(ROOT) not in b"".join(read_tree(OUTPUT).values()).decode()


def test_a_run_replaces_the_whole_output(checkout: Checkout) -> None:
    checkout.client.with_name("stale.py").touch()

    assert checkout.run(spec=SHAPES) == (0, "generated/ is made anew from shapes.yaml.\n", "")
    found = read_tree(checkout.output)
    assert found["quentli_client/client.py"].startswith(b"import ssl\n")
    assert "quentli_client/stale.py" not in found


@pytest.mark.usefixtures("fake_build")
def test_check_names_every_difference(checkout: Checkout) -> None:
    assert checkout.run("--check") == (0, "generated/ is what quentli.yaml gives.\n", "")
    compiled = checkout.output / "quentli_client" / "models" / "__pycache__" / "customer.cpython-311.pyc"
    compiled.parent.mkdir(parents=True)
    for extra in (compiled, checkout.output / "README.md", checkout.client.with_name(".hidden")):
        extra.touch()
    checkout.client.write_text("by hand", encoding="utf-8")
    checkout.client.with_name("py.typed").unlink()
    before = checkout.files()

    status, _, err = checkout.run("--check")
    assert status == 1
    assert [line.strip() for line in err.splitlines()[1:]] == [
        "generated/README.md: extra",
        "generated/quentli_client/.hidden: extra",
        "generated/quentli_client/client.py: different",
        "generated/quentli_client/py.typed: missing",
    ]
    assert checkout.files() == before


def test_every_file_is_missing_from_an_absent_output(checkout: Checkout) -> None:
    names = sorted(read_tree(checkout.output))

    found = swap.find_differences(checkout.output, checkout.root / "nothing")
    assert found == [f"{name}: missing" for name in names]


def write_two_classes_of_one_name(spec: Path, _: pytest.MonkeyPatch) -> None:
    """Write a valid document for which the generator warns and leaves one of the two classes out."""
    two = alter(lambda new: new["components"]["schemas"].update(customer=record(a=STRING)))
    write_document(spec, two)


def break_generator_settings(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "CONFIG", spec.parent / "nothing.yaml")


def break_formatter(command: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def fail(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(generator, "generate", lambda _, workspace: workspace)
        monkeypatch.setattr(writer, "write_resources", lambda *_: ())
        monkeypatch.setattr(generator, "FORMATTERS", (command,))

    return fail


def break_models(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Break a generated model after it was formatted."""

    def reformat(generated: Path) -> None:
        model = generated / "quentli_client" / "models" / "customer.py"
        model.write_text(
            model.read_text("utf-8").replace('fields_.pop("name")', 'fields_.pop("title")'), "utf-8"
        )

    monkeypatch.setattr(generator, "reformat", reformat)


def break_imports(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        generator,
        "reformat",
        lambda generated: (generated / "quentli_client" / "new.py").write_text("import nowhere"),
    )


def build_nothing(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "build", lambda _, workspace, *_args, **_options: workspace / "nothing")
    monkeypatch.setattr(verification, "verify", lambda *_: None)


def take_the_workspace(spec: Path, _: pytest.MonkeyPatch) -> None:
    (spec.parents[1] / ".cache").touch()


# The generator runs in those that are slow.
FAILURES: list[Any] = [
    (take_the_workspace, "prepare", "Not a directory"),
    (lambda spec, _: spec.unlink(), "load", "quentli.yaml"),
    (lambda spec, _: spec.write_text("openapi: ["), "load", "cannot be parsed"),
    (lambda spec, _: spec.write_text("openapi: 3.0.3"), "validate", "'info' is a required property"),
    pytest.param(
        write_two_classes_of_one_name,
        "generate",
        "Attempted to generate duplicate models",
        marks=pytest.mark.slow,
    ),
    (break_generator_settings, "generate", "nothing.yaml"),
    (break_formatter("ruff format --no-such-option"), "format", "--no-such-option"),
    (break_formatter("no-such-formatter"), "format", "no-such-formatter"),
    pytest.param(
        break_imports,
        "verify",
        "python: quentli_client.new: ModuleNotFoundError: No module named 'nowhere'",
        marks=pytest.mark.slow,
    ),
    (break_models, "verify", "python: Customer: "),
    (build_nothing, "swap in", "nothing"),
]


@pytest.mark.parametrize(("fail", "name", "reason"), FAILURES)
def test_a_failing_step_changes_nothing_and_is_named(
    fail: Callable[[Path, pytest.MonkeyPatch], Any],
    name: str,
    reason: str,
    checkout: Checkout,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail(checkout.spec, monkeypatch)
    before = checkout.files()

    status, _, err = checkout.run()
    assert status == 1
    assert err.startswith(f"scripts/regenerate: step '{name}' failed: ")
    assert reason in err
    assert err.endswith("generated/ is unchanged.\n")
    assert checkout.files() == before


def test_a_mistake_in_the_pipeline_changes_nothing_and_keeps_its_traceback(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewrites, "REWRITES", (lambda vendors: vendors["no such key"],))
    before = checkout.files()

    with pytest.raises(KeyError) as caught:
        checkout.run()
    assert caught.value.__notes__ == ["in step 'rewrite'"]
    assert checkout.files() == before


def test_a_run_leaves_nothing_behind_and_clears_what_a_killed_one_left(checkout: Checkout) -> None:
    shelf = checkout.root / ".cache" / "regenerate"
    (shelf / "killed" / "previous").mkdir(parents=True)
    (shelf / "new.yaml").touch()
    checkout.spec.unlink()

    assert checkout.run().status == 1
    assert list(shelf.iterdir()) == []


def test_the_output_of_a_run_that_was_killed_while_it_swapped_is_put_back(checkout: Checkout) -> None:
    before = read_tree(checkout.output)
    workspace = checkout.root / ".cache" / "regenerate" / "workspace"
    workspace.mkdir(parents=True)
    checkout.output.rename(workspace / "previous")
    checkout.spec.unlink()

    assert checkout.run().status == 1
    assert read_tree(checkout.output) == before


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    output = tmp_path / "generated"
    second_is_in = threading.Event()

    def second() -> None:
        with swap.lend_workspace(output):
            second_is_in.set()

    with swap.lend_workspace(output) as first:
        thread = threading.Thread(target=second)
        thread.start()
        assert not second_is_in.wait(0.2)
        assert first.is_dir()
    thread.join(5)
    assert second_is_in.is_set()
