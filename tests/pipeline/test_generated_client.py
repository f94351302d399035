"""The generated client over http: its types, its functions, their successes and their errors."""

import asyncio
import importlib
import importlib.util
import inspect
import json
import sys
import typing
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import GenericAlias, SimpleNamespace
from typing import Any

import httpx
import pytest
from quentli_client import AuthenticatedClient
from quentli_client.api.customers import customers_create, customers_get_by_id, customers_list
from quentli_client.errors import UnexpectedStatus
from quentli_client.models import CreateCustomerArgs, CreateCustomerInput, UserError, ValidationError
from quentli_client.types import Unset

from scripts.pipeline.__main__ import main

INSTANT = datetime(2026, 1, 31, 12, tzinfo=UTC)
DATA = Path(__file__).parent / "data"
CUSTOMERS = json.loads((DATA / "customers.json").read_text(encoding="utf-8"))
ANA = CreateCustomerArgs(CreateCustomerInput(name="Ana"))


def respond(
    status: int,
    body: Any,
    requests: list[httpx.Request] | None = None,
    client: Callable[..., Any] = AuthenticatedClient,
) -> Any:
    """Return a client whose server always gives this response, and takes down the requests."""

    def answer(request: httpx.Request) -> httpx.Response:
        if requests is not None:
            requests.append(request)
        return httpx.Response(status, text=json.dumps(body))

    return client(
        base_url="https://api.test", token="sk_test", httpx_args={"transport": httpx.MockTransport(answer)}
    )


def test_parameters_of_the_list() -> None:
    types = typing.get_type_hints(customers_list.sync_detailed)
    signature = inspect.signature(customers_list.sync_detailed).parameters

    assert types["filter_"] == types["order_by"] == str | Unset
    assert types["skip"] == types["take"] == int | Unset
    assert (signature["skip"].default, signature["take"].default) == (0, 20)


def test_a_documented_error_has_its_model() -> None:
    body = {"error": {"message": "Invalid", "issues": [{"path": ["take"], "limit": 100}, {}]}}
    parsed = customers_list.sync_detailed(client=respond(400, body)).parsed

    assert isinstance(parsed, ValidationError)
    assert parsed.to_dict() == body


@pytest.mark.parametrize(
    ("status", "model"),
    [(400, UserError), (401, UserError), (403, UserError)]
    + [(status, None) for status in (202, 299, 404, 500, 520)],
)
def test_only_the_short_functions_raise_errors(status: int, model: type | None) -> None:
    body = {"error": {"message": "Not yours"}}
    client = respond(status, body)
    with pytest.raises(UnexpectedStatus, match=rf"{status}\s+Response content:\s.*Not yours") as caught:
        customers_create.sync(client=client, body=ANA)
    with pytest.raises(UnexpectedStatus) as awaited:
        asyncio.run(customers_create.asyncio(client=client, body=ANA))
    assert caught.value.status_code == awaited.value.status_code == status
    assert json.loads(caught.value.content) == json.loads(awaited.value.content) == body

    if status in {299, 520}:  # of which the standard library has no name
        return
    for answer in (
        customers_create.sync_detailed(client=client, body=ANA),
        asyncio.run(customers_create.asyncio_detailed(client=client, body=ANA)),
    ):
        assert (answer.status_code, type(answer.parsed)) == (status, model or type(None))
        assert json.loads(answer.content) == body


def test_the_short_functions_return_the_answer_itself() -> None:
    created = customers_create.sync(client=respond(200, {"customer": CUSTOMERS[0]}), body=ANA)
    (customer,) = asyncio.run(customers_list.asyncio(client=respond(200, CUSTOMERS)))

    assert (created.customer.name, customer.name) == ("Juan Pérez", "Juan Pérez")
    assert customers_get_by_id.sync("cus", client=respond(200, None)) is None


def test_docstrings_of_the_functions() -> None:
    always = "errors.UnexpectedStatus: If the status is not a documented success."
    for short in (customers_create.sync, customers_create.asyncio):
        said = inspect.getdoc(short) or ""
        assert always in said
        assert said.endswith("Returns:\n    CreateCustomerPayload")
    for detailed in (customers_create.sync_detailed, customers_create.asyncio_detailed):
        said = inspect.getdoc(detailed) or ""
        assert "undocumented status code and Client.raise_on_unexpected_status is True" in said
        assert said.endswith("Response[CreateCustomerPayload | UserError]")


def test_an_instant_without_a_zone_is_not_sent() -> None:
    requests: list[httpx.Request] = []
    client = respond(200, {}, requests)
    without_zone = datetime(2026, 1, 31)  # noqa: DTZ001
    body = CreateCustomerArgs(CreateCustomerInput(name="Ana", opted_out_whatsapp_at=without_zone))
    for call in (
        customers_create.sync,
        customers_create.sync_detailed,
        lambda **given: asyncio.run(customers_create.asyncio(**given)),
        lambda **given: asyncio.run(customers_create.asyncio_detailed(**given)),
    ):
        with pytest.raises(ValueError, match="^opted_out_whatsapp_at: a datetime without a zone"):
            call(client=client, body=body)
    assert requests == []


class Reader(AuthenticatedClient):
    """Looks at the response before it is read, and returns something of its own."""

    def read(self, parse: Any, response: httpx.Response) -> Any:
        return parse(client=self, response=response), response.status_code


def test_a_client_may_read_responses_itself() -> None:
    read: Any = customers_list.sync(client=respond(200, CUSTOMERS, client=Reader))

    assert ([customer.name for customer in read[0]], read[1]) == (["Juan Pérez"], 200)


# Another client, for the shapes that customers do not have


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The modules of the client for data/shapes.yaml."""
    output = tmp_path_factory.mktemp("shapes") / "generated"
    assert main([], spec=DATA / "shapes.yaml", output=output) == 0
    package = output / "quentli_client"
    spec = importlib.util.spec_from_file_location("shapes_client", package / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules["shapes_client"] = client = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(client)
    yield SimpleNamespace(
        client=client.AuthenticatedClient,
        models=importlib.import_module("shapes_client.models"),
        error=importlib.import_module("shapes_client.errors").UnexpectedStatus,
        **{
            verb: importlib.import_module(f"shapes_client.api.shapes.shapes_{verb}")
            for verb in ("get", "draw", "drop", "refuse", "print")
        },
    )
    for name in [name for name in sys.modules if name.partition(".")[0] == "shapes_client"]:
        del sys.modules[name]


def test_types_of_other_shapes(shapes: SimpleNamespace) -> None:
    models = shapes.models

    assert typing.get_type_hints(models.MaybeShape) == {
        "kind": models.MaybeShapeKind | str | None,
        "corners": int,
        "other": models.Named | None,
        "sibling": models.MaybeNamed | None,
        "siblings": GenericAlias(list, (models.MaybeNamed | None,)) | None,
        "box": models.MaybeShapeBox | None,
        "extra": Any,
        "rows": GenericAlias(list, (GenericAlias(list, (models.Named,)),)),
        "turns": GenericAlias(list, (GenericAlias(list, (datetime,)),)),
        "additional_properties": dict[str, Any],
    }
    assert typing.get_type_hints(models.MaybeShapeBox)["lid"] == models.MaybeShapeBoxLid | None
    assert typing.get_type_hints(shapes.get.sync)["return"] == models.MaybeShape | None


NOTHING: dict[str, Any] = {
    **dict.fromkeys(("kind", "other", "sibling", "siblings", "box", "extra")),
    "rows": [],
    "turns": [],
}
EVERYTHING = {
    "kind": "OVAL",
    "other": {"name": "a"},
    "sibling": {"name": "b"},
    "siblings": [None, {"name": "c"}],
    "box": {"lid": {"shut": True}},
    "extra": [1],
    "rows": [[{"name": "d"}, {"name": "e"}], []],
    "turns": [[], ["2026-01-31T12:00:00.000Z", "2026-01-31T12:00:00.250Z"]],
}


@pytest.mark.parametrize("shape", [None, {"corners": 4, **NOTHING}, {"corners": 1, **EVERYTHING}])
def test_other_shapes_are_written_as_they_were_read(shapes: SimpleNamespace, shape: Any) -> None:
    parsed = shapes.get.sync_detailed("shape", client=respond(200, shape, client=shapes.client)).parsed

    assert (parsed and parsed.to_dict()) == shape


def test_every_documented_success_is_returned(shapes: SimpleNamespace) -> None:
    models = shapes.models
    named = GenericAlias(list, (models.Named,))

    assert typing.get_type_hints(shapes.draw.sync)["return"] == models.Named | named
    assert typing.get_args(typing.get_type_hints(shapes.draw.sync_detailed)["return"]) == (
        models.Named | models.Refusal | named,
    )
    for status, body in ((200, {"name": "a"}), (203, [{"name": "b"}, {"name": "c"}])):
        client = respond(status, body, client=shapes.client)
        for found in (
            shapes.draw.sync("s", INSTANT, client=client),
            shapes.draw.sync_detailed("s", INSTANT, client=client).parsed,
        ):
            written = [each.to_dict() for each in found] if isinstance(found, list) else found.to_dict()
            assert written == body
    with pytest.raises(shapes.error):
        shapes.draw.sync("s", INSTANT, client=respond(400, {"reason": "no"}, client=shapes.client))


def test_a_default_answer_is_returned_where_no_success_is_documented(shapes: SimpleNamespace) -> None:
    assert typing.get_type_hints(shapes.drop.sync)["return"] is shapes.models.Named
    created = respond(201, {"name": "a"}, client=shapes.client)
    assert shapes.drop.sync("s", INSTANT, client=created).name == "a"
    failing = respond(500, {"name": "a"}, client=shapes.client)
    assert shapes.drop.sync_detailed("s", INSTANT, client=failing).parsed.name == "a"
    with pytest.raises(shapes.error):
        shapes.drop.sync("s", INSTANT, client=failing)


def test_without_a_documented_success_there_are_no_short_functions(shapes: SimpleNamespace) -> None:
    assert not hasattr(shapes.refuse, "sync")
    assert not hasattr(shapes.refuse, "asyncio")
    client = respond(400, {"reason": "no"}, client=shapes.client)
    assert shapes.refuse.sync_detailed("s", INSTANT, client=client).parsed.reason == "no"


def test_instants_in_parameters(shapes: SimpleNamespace) -> None:
    requests: list[httpx.Request] = []
    client = respond(200, {"name": "a"}, requests, shapes.client)
    shapes.draw.sync("s", INSTANT, client=client, until=INSTANT)
    written = "2026-01-31T12:00:00.000Z"

    (request,) = requests
    assert request.url.path == f"/v1/shapes/s/since/{written}"
    assert dict(request.url.params) == {"until": written}
    for name in ("instant", "until"):
        given: dict[str, Any] = {"instant": INSTANT, name: INSTANT.replace(tzinfo=None)}
        with pytest.raises(ValueError, match=f"^{name}: a datetime without a zone"):
            shapes.draw.sync("s", client=client, **given)
    assert len(requests) == 1


def answer_with(content: bytes, status: int, shapes: SimpleNamespace) -> Any:
    """Return a client whose server always responds with these bytes."""
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=content))
    return shapes.client(base_url="https://api.test", token="sk_test", httpx_args={"transport": transport})


@pytest.mark.parametrize(
    ("status", "content", "expected"),
    [
        (200, b"%PDF-1.7\0", b"%PDF-1.7\0"),
        (201, b"[\xff<name/>", b"[\xff<name/>"),
        (202, b"later", "later"),
        (203, b'{"name": "a"}', {"name": "a"}),
    ],
)
def test_files_are_bytes(shapes: SimpleNamespace, status: int, content: bytes, expected: Any) -> None:
    client = answer_with(content, status, shapes)
    found = (
        shapes.print.sync("s", client=client),
        asyncio.run(shapes.print.asyncio("s", client=client)),
        shapes.print.sync_detailed("s", client=client).parsed,
    )

    assert [value.to_dict() if status == 203 else value for value in found] == [expected] * 3


def test_types_of_files(shapes: SimpleNamespace) -> None:
    named = shapes.models.Named

    assert typing.get_type_hints(shapes.print.sync)["return"] == bytes | str | named
    assert shapes.print.sync_detailed("s", client=answer_with(b"\x89PNG", 400, shapes)).parsed == b"\x89PNG"


def test_parameters_are_described(shapes: SimpleNamespace) -> None:
    said = inspect.getdoc(shapes.print.sync) or ""

    assert "    id (str): Id of the shape to print.\n\n        Ids are given out in order.\n" in said
    assert f"    paper ({shapes.models.Paper.__name__} | Unset): Paper to print on.\n" in said
    assert not [line for line in said.splitlines() if line != line.rstrip()]


def test_an_enum_is_a_parameter(shapes: SimpleNamespace) -> None:
    requests: list[httpx.Request] = []
    client = respond(203, {"name": "a"}, requests, shapes.client)
    shapes.print.sync("s", client=client, paper=shapes.models.Paper.A4)

    assert dict(requests[0].url.params) == {"paper": "A4"}
