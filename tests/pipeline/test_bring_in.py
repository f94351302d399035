"""`--spec`: what it prints, when it asks, and that it replaces both the document and the client, or neither."""

import copy
import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pipeline.serving import body, serving
from pipeline.test_regenerate import contents

from scripts.pipeline import __main__ as command, document, replacing, trees
from scripts.pipeline.__main__ import ROOT, SPEC, main
from scripts.pipeline.steps import StepError

PRESENT = document.load(SPEC)
LIMIT = 60.0
"""Seconds that a hostile document may take; all but those that run into a deadline take far less."""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the present document, to be replaced."""
    place = tmp_path / "openapi" / "quentli.yaml"
    place.parent.mkdir()
    place.write_bytes(SPEC.read_bytes())
    return place


@pytest.fixture
def quickly_built(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the client that is made already for the one of whatever document."""
    monkeypatch.setattr(command, "build", lambda _, workspace: shutil.copytree(made, workspace / "generated"))


def altered(change: Callable[[Any], Any]) -> Any:
    new = copy.deepcopy(PRESENT)
    change(new)
    return new


def schema(new: Any, name: str) -> Any:
    return new["components"]["schemas"][name]


def without_phone_number(new: Any) -> None:
    for name in ("Customer", "GetCustomerResponse"):
        del schema(new, name)["properties"]["phoneNumber"]
        schema(new, name)["required"].remove("phoneNumber")


def several(new: Any) -> None:
    """A field removed, one added, an enum value, a new operation, a changed type, and a word."""
    without_phone_number(new)
    schema(new, "Webhook")["properties"]["region"] = {"type": "string"}
    schema(new, "GetWebhookResponse")["properties"]["region"] = {"type": "string"}
    schema(new, "PaymentMethod")["properties"]["type"]["enum"].append("WALLET")
    schema(new, "PaymentMethod")["properties"]["expired"]["type"] = "string"
    new["paths"]["/v1/ping"] = {
        "get": {"operationId": "ping", "tags": ["Auth"], "responses": {"200": {"description": "."}}}
    }
    new["info"]["version"] = "1.1.0"
    new["info"]["description"] = "Brand new."


SEVERAL = """\
The version was 1.0.0, and is 1.1.0.
2 breaking changes:
  ! PaymentMethod.expired is string, was boolean  [PaymentMethod.expired]
  ! Customer.phoneNumber is gone  [Customer.phone_number]
3 other changes:
  - ping is new: GET /v1/ping  [quentli_client.api.auth.ping]
  - PaymentMethodType has a new value, WALLET  [PaymentMethodType.WALLET]
  - Webhook.region is a new field  [Webhook.region]
Words (descriptions, summaries, examples) differ in 1 place.
The vocabularies in quentli_query/filters do not fit it; mend them by hand:
  ~ Q.phone_number is text, and records have no such field
  ~ WebhookQ.region is missing; records of Webhook hold text there
"""


def write(tmp_path: Path, new: Any, name: str = "new.yaml") -> Path:
    place = tmp_path / name
    text = (
        json.dumps(new)
        if name.endswith(".json")
        else yaml.safe_dump(new, allow_unicode=True, sort_keys=False)
    )
    place.write_text(text, encoding="utf-8")
    return place


def test_exactly_the_changes_are_printed(
    tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write(tmp_path, altered(several))
    before = contents(tmp_path)

    assert main(["--spec", str(new), "--dry-run"], spec=spec, output=output) == 0
    said = capsys.readouterr()
    head, _, tail = said.out.rpartition("Nothing is replaced")
    assert sorted(head.splitlines()) == sorted(SEVERAL.splitlines())
    assert tail == "; quentli.yaml and generated/ could be.\n"
    assert said.err == ""
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["new.yaml", "new.json"])
def test_both_are_replaced(
    name: str, tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write(tmp_path, altered(without_phone_number), name)
    spec.chmod(0o640)

    assert main(["--spec", str(new), "--yes"], spec=spec, output=output) == 0
    assert capsys.readouterr().out.endswith(
        "quentli.yaml is replaced, and generated/ is made anew from it.\n"
    )
    assert spec.read_bytes() == new.read_bytes()
    assert spec.stat().st_mode & 0o777 == 0o640
    assert "    phone_number:" not in (output / "quentli_client" / "models" / "customer.py").read_text(
        encoding="utf-8"
    )
    assert list(spec.parent.iterdir()) == [spec]

    assert main(["--check"], spec=spec, output=output) == 0
    assert main(["--spec", str(new)], spec=spec, output=output) == 0
    said = capsys.readouterr().out
    assert "Nothing changes for users.\n" in said
    assert said.endswith("quentli.yaml is that document already; nothing is replaced.\n")


@pytest.mark.usefixtures("quickly_built")
def test_a_document_through_a_link_replaces_what_the_link_leads_to(
    tmp_path: Path, spec: Path, output: Path
) -> None:
    new = write(tmp_path, altered(without_phone_number))
    link = tmp_path / "link.yaml"
    link.symlink_to(spec)

    assert main(["--spec", str(new), "--yes"], spec=link, output=output) == 0
    assert link.is_symlink()
    assert spec.read_bytes() == new.read_bytes()


@pytest.mark.usefixtures("quickly_built")
def test_an_address(tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write(tmp_path, altered(without_phone_number)).read_bytes()

    with serving(body(content)) as server:
        assert main(["--spec", f"{server.url}/v2/openapi.yaml", "--yes"], spec=spec, output=output) == 0
    assert spec.read_bytes() == content
    assert "Customer.phoneNumber is gone" in capsys.readouterr().out


@pytest.mark.usefixtures("quickly_built")
def test_nothing_changes(
    tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--spec", str(write(tmp_path, PRESENT)), "--dry-run"], spec=spec, output=output) == 0
    assert capsys.readouterr().out == (
        "Nothing changes for users.\nNothing is replaced; quentli.yaml and generated/ could be.\n"
    )


# When it asks


@pytest.fixture
def never_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: Any) -> Path:
        raise AssertionError("built before anybody agreed")

    monkeypatch.setattr(command, "build", build)


@pytest.mark.usefixtures("never_built")
def test_without_a_terminal_it_says_what_to_give(
    tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write(tmp_path, altered(without_phone_number))
    before = contents(tmp_path)

    assert main(["--spec", str(new)], spec=spec, output=output) == 1
    said = capsys.readouterr()
    assert "Customer.phoneNumber is gone" in said.out
    assert "there is no terminal to ask on; give --yes to replace, or --dry-run to look only" in said.err
    assert said.err.endswith("quentli.yaml and generated/ are as they were.\n")
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("answer", "goes_on"), [("y", True), ("YES ", True), ("n", False), ("", False), ("oui", False)]
)
def test_the_answer(answer: str, goes_on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)

    assert command.ask("Replace?") is goes_on


def test_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def input_ends(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", input_ends)

    assert command.ask("Replace?") is False


SAID_NO = re.compile(rb"Nothing is replaced\.|interrupted; quentli\.yaml and generated/ are unchanged\.")


@pytest.mark.parametrize("answer", [b"n\n", b"\x04", b"\x03"], ids=["no", "end", "interrupt"])
def test_at_a_terminal_no_means_no(answer: bytes, tmp_path: Path) -> None:
    new = write(tmp_path, altered(without_phone_number))
    before = SPEC.read_bytes()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts.pipeline", "--spec", str(new)],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=controlling_terminal,  # noqa: PLW1509 - a terminal can only be taken from inside
    )
    os.close(theirs)
    said = read_until(ours, b"[y/N] ")
    until = time.monotonic() + LIMIT
    while not SAID_NO.search(said) and time.monotonic() < until:
        # What interrupts a moment before the answer is waited for is lost; people press the keys once more.
        os.write(ours, answer)
        said += read_for(ours, 1.0)
    said += read_until(ours, None)
    os.close(ours)

    assert process.wait(30) == 1
    assert b"Replace quentli.yaml and generated/? [y/N]" in said
    assert SAID_NO.search(said)
    assert b"Traceback" not in said
    assert SPEC.read_bytes() == before


def controlling_terminal() -> None:
    """Make the terminal on standard input the one whose keys interrupt this process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def read_for(terminal: int, seconds: float) -> bytes:
    """What is said within a time, as far as the refusal."""
    said = b""
    until = time.monotonic() + seconds
    while not SAID_NO.search(said) and select.select([terminal], [], [], max(0, until - time.monotonic()))[0]:
        said += os.read(terminal, 4096)
    return said


def read_until(terminal: int, end: bytes | None) -> bytes:
    said = b""
    while end is None or end not in said:
        assert select.select([terminal], [], [], LIMIT)[0], said
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # what Linux says once the other side is closed
            return said
        if not piece:
            return said
        said += piece
    return said


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    new = write(tmp_path, altered(several))
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts.pipeline", "--spec", str(new), "--dry-run"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr

    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1


@pytest.mark.parametrize(
    "arguments",
    [["--yes"], ["--dry-run"], ["--spec", "a", "--yes", "--dry-run"], ["--spec", "a", "--check"], ["--spec"]],
)
def test_options_that_do_not_go_together(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: scripts/regenerate" in capsys.readouterr().err


def test_the_help_says_what_is_asked_and_how_it_ends(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    said = capsys.readouterr().out
    assert caught.value.code == 0
    for part in ("--spec FILE_OR_URL", "--yes", "--dry-run", "exit status:", "8 MiB", "JSON stays JSON"):
        assert part in said


def test_the_command_reads_a_path_from_where_it_was_called(tmp_path: Path) -> None:
    write(tmp_path, altered(without_phone_number), "new.json")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "__init__.py").write_text(
        "raise SystemExit('imported from the working directory')"
    )
    before = SPEC.read_bytes()

    finished = subprocess.run(
        [checkout(tmp_path / "checkout") / "scripts" / "regenerate", "--spec", "new.json"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert finished.returncode == 1, finished.stderr
    assert "Customer.phoneNumber is gone  [Customer.phone_number]" in finished.stdout
    assert "give --yes" in finished.stderr
    assert SPEC.read_bytes() == before


def checkout(root: Path) -> Path:
    """This checkout, but with an environment that is there already and is not made anew."""
    (root / "scripts").mkdir(parents=True)
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / "scripts" / "pipeline").symlink_to(ROOT / "scripts" / "pipeline")
    shutil.copy(ROOT / "scripts" / "regenerate", root / "scripts")
    for name, lines in {"scripts/setup": "", ".venv/bin/python": f'exec "{sys.executable}" "$@"\n'}.items():
        (root / name).write_text(f"#!/bin/sh\n{lines}", encoding="utf-8")
        (root / name).chmod(0o755)
    return root


# Both, or neither


def failing_swap(monkeypatch: pytest.MonkeyPatch) -> None:
    def swap(*_: Any, **__: Any) -> None:
        raise OSError("no swap today")

    monkeypatch.setattr(trees, "swap", swap)


def failing_document(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def replace(self: Path, target: Any) -> Path:
        if self.name == "quentli.yaml":
            raise OSError("no document today")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def failing_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: Any) -> Path:
        raise StepError("no client today")

    monkeypatch.setattr(command, "build", build)


def failing_write(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_bytes

    def write_bytes(self: Path, content: Any) -> int:
        if self.name == "quentli.yaml":
            raise OSError("no space today")
        return real(self, content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)


@pytest.mark.usefixtures("quickly_built")
@pytest.mark.parametrize(
    ("fail", "reason"),
    [
        (failing_build, "no client today"),
        (failing_swap, "step 'replace' failed: no swap today"),
        (failing_write, "step 'replace' failed: no space today"),
        (failing_document, "step 'replace' failed: no document today"),
    ],
)
def test_if_one_cannot_be_replaced_neither_is(
    fail: Callable[[pytest.MonkeyPatch], None],
    reason: str,
    tmp_path: Path,
    spec: Path,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    new = write(tmp_path, altered(without_phone_number))
    (output / "quentli_client" / "by_hand.py").touch()
    before = contents(tmp_path)
    fail(monkeypatch)

    assert main(["--spec", str(new), "--yes"], spec=spec, output=output) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert said.endswith("quentli.yaml and generated/ are as they were.\n")
    assert contents(tmp_path) == before


def test_an_interrupt_while_the_document_is_replaced_puts_both_back(
    tmp_path: Path, spec: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any) -> Path:
        raise KeyboardInterrupt

    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "new").touch()
    before = contents(tmp_path)
    monkeypatch.setattr(Path, "replace", interrupt)

    with pytest.raises(KeyboardInterrupt):
        replacing.replace(b"new", spec, fresh, output, set_aside=tmp_path / "aside")
    assert contents(tmp_path) == before


def test_both_may_be_new(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "new").touch()

    replacing.replace(b"a", tmp_path / "a.yaml", fresh, tmp_path / "generated", set_aside=tmp_path / "aside")
    assert contents(tmp_path) == {"a.yaml": b"a", "generated/new": b""}


# Hostile documents


def many_ways_in_an_alternative(new: Any) -> None:
    for number in range(40):
        further = {"$ref": f"#/components/schemas/Way{number + 1}"}
        new["components"]["schemas"][f"Way{number}"] = {"anyOf": [further, further]}
    new["components"]["schemas"]["Way40"] = {"type": "string"}
    schema(new, "Customer")["properties"]["way"] = {"$ref": "#/components/schemas/Way0"}


def many_ways_in_a_whole(new: Any) -> None:
    many_ways_in_an_alternative(new)
    for number in range(40):
        way = schema(new, f"Way{number}")
        way["allOf"] = way.pop("anyOf")
    new["components"]["schemas"]["Way40"] = {"type": "object", "properties": {"a": {"type": "string"}}}


def a_long_chain(new: Any) -> None:
    for number in range(3000):
        further = {"$ref": f"#/components/schemas/Link{number + 1}"}
        new["components"]["schemas"][f"Link{number}"] = {"type": "object", "properties": {"a": further}}
    new["components"]["schemas"]["Link3000"] = {"type": "string"}


def a_pattern_without_end(new: Any) -> None:
    schema(new, "Customer")["properties"]["name"] = {
        "type": "string",
        "pattern": "^(a+)+$",
        "default": "a" * 40 + "!",
    }


def a_schema_in_itself(new: Any) -> None:
    schema(new, "Customer")["allOf"] = [{"$ref": "#/components/schemas/Customer"}]


def a_list_of_itself(new: Any) -> None:
    new["components"]["schemas"]["Tree"] = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}


def another_document(reference: str) -> Callable[[Any], None]:
    return lambda new: schema(new, "Customer")["properties"].update(name={"$ref": reference})


def one_operation_twice(new: Any) -> None:
    new["paths"]["/v1/customers"]["post"]["operationId"] = "customers_list"


def one_module_twice(new: Any) -> None:
    new["paths"]["/v1/customers"]["post"]["operationId"] = "customersList"


def an_enum_of_lists(new: Any) -> None:
    schema(new, "PaymentMethod")["properties"]["type"]["enum"] = [["CARD"]]


def two_members_of_one_name(new: Any) -> None:
    schema(new, "Customer")["properties"]["tier"] = {"type": "string", "enum": ["gold", "GOLD"]}


def two_classes_of_one_name(new: Any) -> None:
    new["components"]["schemas"]["customer"] = {"type": "object", "properties": {"a": {"type": "string"}}}


HOSTILE: dict[str, tuple[Callable[[Any], Any], str]] = {
    "no paths": (lambda new: new.pop("paths"), "'paths' is a required property"),
    "empty paths": (lambda new: new["paths"].clear(), "it describes no operation"),
    "paths without operations": (
        lambda new: new.update(paths={"/v1/a": {"description": "."}}),
        "it describes no operation",
    ),
    "no info": (lambda new: new.pop("info"), "'info' is a required property (at $)"),
    "OpenAPI 2": (lambda new: new.update(swagger="2.0"), "is of OpenAPI 2.0 (Swagger)"),
    "OpenAPI 4": (lambda new: new.update(openapi="4.0.0"), "OpenAPI 4.0.0 is a version that"),
    "a version that is a number": (
        lambda new: new.update(openapi=3.0),
        "has no 'openapi' with a version as text",
    ),
    "an operation twice": (one_operation_twice, "Operation ID 'customers_list'"),
    "a module twice": (one_module_twice, "2 operations are quentli_client.api.customers.customers_list"),
    "a wrong word": (
        lambda new: schema(new, "Customer")["properties"]["name"].update(type="strin"),
        "'strin' is not one of",
    ),
    "a schema in itself": (a_schema_in_itself, "a schema contains itself"),
    "a list of itself": (a_list_of_itself, "#/components/schemas/Tree -> #/components/schemas/Tree"),
    "a reference to nowhere": (
        another_document("#/components/schemas/Nobody"),
        "leads nowhere (at $.components",
    ),
    "a reference to the web": (another_document("https://example.org/a.yaml"), "leads out of the document"),
    "a reference to a file": (another_document("file:///etc/passwd"), "leads out of the document"),
    "many ways in an alternative": (many_ways_in_an_alternative, "takes longer than 1 seconds"),
    "many ways in a whole": (many_ways_in_a_whole, "takes longer than 1 seconds"),
    "a long chain": (a_long_chain, "step 'validate' failed: "),
    "a pattern without end": (a_pattern_without_end, "validating takes longer than 1 seconds"),
    "an enum of lists": (
        an_enum_of_lists,
        "neither text nor a number (at $.components.schemas.PaymentMethod.",
    ),
    "two members of one name": (two_members_of_one_name, "'gold' and 'GOLD' are both GOLD in Python"),
    "two classes of one name": (two_classes_of_one_name, "step 'generate' failed: "),
}


@pytest.mark.parametrize(("change", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents_are_refused_with_one_reason(
    change: Callable[[Any], Any],
    reason: str,
    tmp_path: Path,
    spec: Path,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if (
        "takes longer than 1 seconds" in reason
    ):  # where the time is measured, others may take that long as well
        monkeypatch.setattr(document, "VALIDATION_TIME", 1.0)
        monkeypatch.setattr(command, "COMPARISON_TIME", 1.0)
    new = write(tmp_path, altered(change), "new.json")
    before = contents(tmp_path)
    begun = time.perf_counter()

    assert main(["--spec", str(new), "--yes"], spec=spec, output=output) == 1
    said = capsys.readouterr().err
    assert time.perf_counter() - begun < LIMIT
    assert reason in said
    assert said.startswith("scripts/regenerate: step '")
    assert said.endswith("quentli.yaml and generated/ are as they were.\n")
    assert contents(tmp_path) == before


def test_references_to_elsewhere_are_never_followed(
    tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(body(b"type: string")) as server:
        for keyword in ("$ref", "$id"):
            new = copy.deepcopy(PRESENT)
            schema(new, "Customer")["properties"]["a"] = {keyword: f"{server.url}/a"}
            new["openapi"] = "3.1.0"
            path = write(tmp_path, new)
            assert main(["--spec", str(path), "--yes"], spec=spec, output=output) == 1
    assert server.requests == []


def holding_its_kind(new: Any) -> None:
    """By a field, by a list and by a map."""
    itself = {"$ref": "#/components/schemas/Customer"}
    schema(new, "Customer")["properties"] |= {
        "referredBy": itself,
        "referred": {"type": "array", "items": itself},
        "relatives": {"type": "object", "additionalProperties": itself},
    }


def test_records_that_hold_records_of_their_kind_are_fine(
    tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = write(tmp_path, altered(holding_its_kind))

    assert main(["--spec", str(new), "--dry-run"], spec=spec, output=output) == 0
    assert capsys.readouterr().out.startswith(
        "3 other changes:\n"
        "  - Customer.referredBy is a new field  [Customer.referred_by]\n"
        "  - Customer.referred is a new field  [Customer.referred]\n"
        "  - Customer.relatives is a new field  [Customer.relatives]\n"
    )


@pytest.mark.usefixtures("quickly_built")
def test_what_a_document_says_does_not_reach_the_terminal_as_commands(
    tmp_path: Path, spec: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = altered(
        lambda new: schema(new, "Customer")["properties"].update({"\x1b[31mred\n! ": {"type": "string"}})
    )

    main(["--spec", str(write(tmp_path, new, "new.json")), "--dry-run"], spec=spec, output=output)
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "Customer.\\x1b[31mred\\n!" in said.out


def test_no_present_document(tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = write(tmp_path, PRESENT)

    assert main(["--spec", str(new), "--yes"], spec=tmp_path / "nothing.yaml", output=output) == 1
    assert "step 'load the present document' failed" in capsys.readouterr().err


def test_a_generator_that_does_not_end(
    tmp_path: Path,
    spec: Path,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "GENERATION_TIME", 0.1)
    before = contents(tmp_path)

    assert main(["--spec", str(SPEC), "--dry-run"], spec=spec, output=output) == 1
    assert "step 'generate' failed: generating takes longer than 0.1 seconds" in capsys.readouterr().err
    assert contents(tmp_path) == before
