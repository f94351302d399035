"""`--spec`: it prints the changes, asks, and replaces both the document and the client, or neither."""

import copy
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pipeline.checkout import Checkout, read_tree, write_document
from pipeline.serving import body, serving
from pipeline.vendor import CUSTOMERS, MIXED, alter, remove_phone_number, schema

from scripts.pipeline import __main__ as command, generator, verification
from scripts.pipeline.__main__ import ROOT, main
from scripts.pipeline.errors import StepError
from scripts.pipeline.swap import swap


@pytest.fixture
def new(checkout: Checkout) -> Path:
    """A document to bring in, in which customers have no phone number."""
    return checkout.write("new.json", alter(remove_phone_number))


@pytest.fixture
def refuse_to_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "build", failing(AssertionError("built before anybody agreed")))


def failing(error: BaseException) -> Callable[..., Any]:
    """Return a function that raises the error, whatever it is given."""

    def fail(*_: Any, **__: Any) -> Any:
        raise error

    return fail


def change_much(new: Any) -> None:
    """Remove a field, add one, an enum value and an operation, change a type and a description."""
    remove_phone_number(new)
    schema(new, "Webhook")["properties"]["region"] = {"type": "string"}
    schema(new, "GetWebhookResponse")["properties"]["region"] = {"type": "string"}
    schema(new, "PaymentMethod")["properties"]["type"]["enum"].append("WALLET")
    schema(new, "PaymentMethod")["properties"]["expired"]["type"] = "string"
    new["paths"]["/v1/ping"] = {
        "get": {"operationId": "ping", "tags": ["Auth"], "responses": {"200": {"description": "."}}}
    }
    new["info"] |= {"version": "1.1.0", "description": "Brand new."}


MUCH_CHANGED = """\
The version was 1.0.0, and is 1.1.0.
2 breaking changes:
  ! PaymentMethod.expired is string, was boolean  [PaymentMethod.expired]
  ! Customer.phoneNumber is gone  [Customer.phone_number, CustomerQ.phone_number]
3 other changes:
  - GET /v1/ping is new  [quentli.ping.ping()]
  - PaymentMethodType "WALLET" is new  [PaymentMethodType.WALLET]
  - Webhook.region is new  [Webhook.region, WebhookQ.region]
"""


@pytest.mark.usefixtures("fake_build")
def test_exactly_the_changes_are_printed(checkout: Checkout) -> None:
    new = checkout.write("new.yaml", alter(change_much, MIXED))
    write_document(checkout.spec, MIXED)
    before = checkout.files()

    status, out, err = checkout.run("--spec", new, "--dry-run")
    head, _, tail = out.rpartition("Nothing is replaced")
    assert sorted(head.splitlines()) == sorted(MUCH_CHANGED.splitlines())
    assert (status, tail, err) == (0, "; quentli.yaml and generated/ could be.\n", "")
    assert checkout.files() == before


@pytest.mark.slow
def test_both_are_replaced(new: Path, checkout: Checkout) -> None:
    checkout.spec.chmod(0o640)

    status, out, _ = checkout.run("--spec", new, "--yes")
    assert status == 0
    assert "  ! Customer.phoneNumber is gone  [Customer.phone_number, CustomerQ.phone_number]\n" in out
    assert out.endswith("quentli.yaml is replaced, and generated/ is made anew from it.\n")
    assert checkout.spec.read_bytes() == new.read_bytes()
    assert checkout.spec.stat().st_mode & 0o777 == 0o640
    customer = checkout.client.parent / "models" / "customer.py"
    assert "    phone_number:" not in customer.read_text(encoding="utf-8")
    assert list(checkout.spec.parent.iterdir()) == [checkout.spec]

    status, out, _ = checkout.run("--spec", new)
    assert status == 0
    assert out.startswith("Nothing changes for users.\n")
    assert out.endswith("quentli.yaml is that document already; nothing is replaced.\n")


@pytest.mark.usefixtures("fake_build")
def test_a_document_from_an_address_replaces_the_target_of_a_link(checkout: Checkout) -> None:
    content = checkout.write("new.yaml", alter(remove_phone_number)).read_bytes()
    link = checkout.root / "link.yaml"
    link.symlink_to(checkout.spec)

    with serving(body(content)) as server:
        assert checkout.run("--spec", f"{server.url}/v2/openapi.yaml", "--yes", spec=link).status == 0
    assert link.is_symlink()
    assert checkout.spec.read_bytes() == content


# Asking


@pytest.mark.usefixtures("refuse_to_build")
def test_without_a_terminal_it_names_the_options(new: Path, checkout: Checkout) -> None:
    before = checkout.files()

    status, out, err = checkout.run("--spec", new)
    assert status == 1
    assert "Customer.phoneNumber is gone" in out
    assert "there is no terminal to ask on; give --yes to replace, or --dry-run to look only" in err
    assert err.endswith("quentli.yaml and generated/ are unchanged.\n")
    assert checkout.files() == before


@pytest.mark.usefixtures("fake_build")
@pytest.mark.parametrize(
    ("answer", "status"), [("y", 0), ("YES ", 0), ("n", 1), ("", 1), ("oui", 1), (EOFError(), 1)]
)
def test_at_a_terminal_only_yes_replaces(
    answer: Any, status: int, new: Path, checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = checkout.files()
    sit_at_terminal(monkeypatch, answer)

    found, out, err = checkout.run("--spec", new)
    assert (found, err) == (status, "")
    assert ("\nNothing is replaced.\n" in out) is (checkout.files() == before) is (status == 1)


@pytest.mark.usefixtures("refuse_to_build")
def test_an_interrupt_at_a_terminal(new: Path, checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    before = checkout.files()
    sit_at_terminal(monkeypatch, KeyboardInterrupt())

    status, _, err = checkout.run("--spec", new)
    said = "scripts/regenerate: interrupted; quentli.yaml and generated/ are unchanged."
    assert (status, err) == (1, f"\n{said}\n")
    assert checkout.files() == before


def sit_at_terminal(monkeypatch: pytest.MonkeyPatch, answer: str | BaseException) -> None:
    """Give this answer to the question."""

    def read(question: str) -> str:
        assert question == "Replace quentli.yaml and generated/? [y/N] "
        if isinstance(answer, BaseException):
            raise answer
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", read)


START = """\
import sys
from pathlib import Path
from scripts.pipeline.__main__ import main
sys.exit(main(sys.argv[3:], spec=Path(sys.argv[1]), output=Path(sys.argv[2])))
"""


@pytest.mark.slow
def test_a_reader_that_leaves_early(new: Path, checkout: Checkout) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", START, checkout.spec, checkout.output, "--spec", new, "--dry-run"],
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


# The command line


@pytest.mark.parametrize(
    "arguments",
    [["--yes"], ["--dry-run"], ["--spec", "a", "--yes", "--dry-run"], ["--spec", "a", "--check"], ["--spec"]],
)
def test_incompatible_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: scripts/regenerate" in capsys.readouterr().err


def test_the_help_names_options_exit_status_and_limits(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    said = capsys.readouterr().out
    assert caught.value.code == 0
    for part in ("--spec FILE_OR_URL", "--yes", "--dry-run", "exit status:", "8 MiB", "JSON stays JSON"):
        assert part in said


@pytest.mark.slow
def test_the_command_reads_a_path_from_where_it_was_called(tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text('{"swagger": "2.0"}', encoding="utf-8")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "__init__.py").write_text("raise SystemExit('imported from where it was called')")

    finished = subprocess.run(
        [copy_checkout(tmp_path / "checkout") / "scripts" / "regenerate", "--spec", "new.json"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert finished.returncode == 1
    assert "step 'load' failed: new.json is Swagger 2.0; convert it to OpenAPI 3.0 or 3.1" in finished.stderr


def copy_checkout(root: Path) -> Path:
    """Return a checkout whose environment is this one, and is not made anew."""
    (root / "scripts").mkdir(parents=True)
    (root / ".venv" / "bin").mkdir(parents=True)
    for name in ("scripts/pipeline", "quentli_query"):
        (root / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "scripts" / "regenerate", root / "scripts")
    for name, lines in {"scripts/setup": "", ".venv/bin/python": f'exec "{sys.executable}" "$@"\n'}.items():
        (root / name).write_text(f"#!/bin/sh\n{lines}", encoding="utf-8")
        (root / name).chmod(0o755)
    return root


# Both, or neither


@pytest.mark.usefixtures("fake_build")
@pytest.mark.parametrize(
    ("owner", "name", "error", "reason"),
    [
        (command, "build", StepError("no client today"), "regenerate: no client today"),
        (command, "swap", OSError("no swap today"), "step 'replace' failed: no swap today"),
        (Path, "rename", OSError("no document today"), "step 'replace' failed: no document today"),
        (Path, "replace", OSError("no file today"), "step 'replace' failed: no file today"),
        (Path, "replace", KeyboardInterrupt(), "interrupted"),
        (Path, "write_bytes", OSError("no space today"), "step 'replace' failed: no space today"),
        (verification, "verify", StepError("no import today"), "step 'verify' failed: no import today"),
        (verification, "check_types", StepError("no types today"), "step 'verify' failed: no types today"),
    ],
)
def test_if_one_cannot_be_replaced_neither_is(
    owner: Any,
    name: str,
    error: BaseException,
    reason: str,
    new: Path,
    checkout: Checkout,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checkout.client.with_name("by_hand.py").touch()
    before = checkout.files()
    monkeypatch.setattr(owner, name, failing(error))

    status, _, err = checkout.run("--spec", new, "--yes")
    assert status == 1
    assert reason in err
    assert re.search(r"quentli\.yaml and generated/ are unchanged\.\n$", err)
    assert checkout.files() == before


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("fresh", ["fresh", "nowhere"])
def test_a_swap_is_undone_when_its_block_fails(fresh: str, exists: bool, tmp_path: Path) -> None:
    for name in ["fresh", "target"] if exists else ["fresh"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="utf-8")
    before = read_tree(tmp_path)

    with pytest.raises(OSError), swap(tmp_path / fresh, tmp_path / "target"):  # noqa: PT011 - any will do
        raise OSError("no document today")
    assert read_tree(tmp_path) == before


# Hostile documents


def add_property(**schema_: Any) -> Callable[[Any], None]:
    return lambda new: schema(new, "Customer")["properties"].update(name=schema_)


def nest(depth: int) -> dict[str, Any]:
    return {"type": "array", "items": nest(depth - 1)} if depth else {"type": "string"}


def rename_operation(name: str) -> Callable[[Any], None]:
    return lambda new: new["paths"]["/v1/customers"]["post"].update(operationId=name)


HOSTILE: dict[str, tuple[Callable[[Any], Any], str]] = {
    "no title": (lambda new: new.pop("info"), "'info' is a required property"),
    "an operation twice": (rename_operation("customers_list"), "Operation ID 'customers_list'"),
    "a deep schema": (add_property(**nest(60)), "nested deeper than 60 levels"),
}


@pytest.mark.usefixtures("refuse_to_build")
@pytest.mark.parametrize(("change", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents_are_refused_with_one_reason(
    change: Callable[[Any], Any],
    reason: str,
    checkout: Checkout,
) -> None:
    new = checkout.write("new.json", alter(change))
    before = checkout.files()

    status, _, err = checkout.run("--spec", new, "--yes")
    assert status == 1
    assert reason in err
    assert err.startswith("scripts/regenerate: step '")
    assert err.endswith("quentli.yaml and generated/ are unchanged.\n")
    assert checkout.files() == before


@pytest.mark.parametrize("keyword", ["$ref", "$id"])
def test_references_to_elsewhere_are_never_followed(keyword: str, checkout: Checkout) -> None:
    with serving(body(b"type: string")) as server:
        new = alter(add_property(**{keyword: f"{server.url}/a"}), {**CUSTOMERS, "openapi": "3.1.0"})
        assert checkout.run("--spec", checkout.write("new.json", new), "--yes").status == 1
    assert server.requests == []


@pytest.mark.slow
def test_records_may_hold_records_of_their_kind(checkout: Checkout) -> None:
    itself = {"$ref": "#/components/schemas/Customer"}
    new = copy.deepcopy(CUSTOMERS)
    schema(new, "Customer")["properties"] |= {
        "referredBy": itself,
        "referred": {"type": "array", "items": itself},
        "relatives": {"type": "object", "additionalProperties": itself},
    }

    status, out, _ = checkout.run("--spec", checkout.write("new.json", new), "--dry-run")
    assert status == 0
    assert out.startswith(
        "1 breaking change:\n"
        "  ! customers_get_by_id -> 200 is GetCustomerResponse, was Customer  [quentli.customers.get()]\n"
        "3 other changes:\n"
        "  - Customer.referredBy is new  [Customer.referred_by]\n"
        "  - Customer.referred is new  [Customer.referred]\n"
        "  - Customer.relatives is new  [Customer.relatives]\n"
    )


@pytest.mark.usefixtures("fake_build")
def test_repeated_enum_values_are_no_change(checkout: Checkout) -> None:
    with_values = alter(add_property(type="string", enum=["A", "B"]))
    write_document(checkout.spec, with_values)
    new = checkout.write("new.json", alter(add_property(type="string", enum=["A", "B", "A"])))

    status, out, _ = checkout.run("--spec", new, "--dry-run")
    place = "#/components/schemas/Customer/properties/name/enum"
    assert status == 0
    assert out.startswith(f"note: repeated values of an enum are dropped (at {place})\nNothing changes")


@pytest.mark.slow
def test_unsound_types_are_found(tmp_path: Path) -> None:
    package = tmp_path / "quentli_client"
    package.mkdir()
    (package / "__init__.py").write_text("number: int = 'one'\n", encoding="utf-8")

    with pytest.raises(StepError, match=r"mypy: quentli_client/__init__\.py:1: error: Incompatible types"):
        verification.check_types(tmp_path)


def test_no_present_document(new: Path, checkout: Checkout) -> None:
    checkout.spec.unlink()

    status, _, err = checkout.run("--spec", new, "--yes")
    assert (status, "step 'load the present document' failed" in err) == (1, True)


def test_a_tool_that_does_not_end(new: Path, checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "TIMEOUT", 0.0)

    status, _, err = checkout.run("--spec", new, "--dry-run")
    assert status == 1
    assert "step 'format' failed: ruff takes longer than 0 seconds" in err
