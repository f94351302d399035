"""Resources: their methods and vocabularies, read from small documents and the overlay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import quentli_resources
import yaml

from scripts.pipeline import generator
from scripts.pipeline.__main__ import ROOT, SPEC, read
from scripts.pipeline.errors import StepError
from scripts.pipeline.resources import writer
from scripts.pipeline.resources.model import read_resources
from scripts.pipeline.resources.overlay import Overlay, check_facts, read_facts
from scripts.pipeline.resources.vocabularies import Vocabulary, build_vocabularies, collect_evidence
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.schema_types import Reader


def describe_parameter(name: str, type_: str = "string", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": type_}, **more}


def describe_operation(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {
        "operationId": name,
        "tags": ["Pets"],
        "responses": {"200": {"description": "", "content": content}},
        **more,
    }


def describe_api(properties: dict[str, Any], example: str = "") -> dict[str, Any]:
    """Return a document with one list of pets, which have an id and the given properties."""
    pet = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, **properties}}
    parameters = [describe_parameter("filter", example=example), describe_parameter("orderBy")]
    parameters += [describe_parameter("skip", "integer"), describe_parameter("take", "integer")]
    page = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
    listing = describe_operation("pets_list", page, parameters=parameters)
    return {
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/v1/pets": {"get": listing}},
        "components": {"schemas": {"Pet": pet}},
    }


def build_vocabulary(document: dict[str, Any]) -> Vocabulary:
    reader = Reader(rewrite(document))
    [vocabulary] = build_vocabularies(reader, read_resources(reader), Overlay())
    return vocabulary


PAIRS = {"type": "object", "properties": {"key": {"type": "string"}, "value": {"type": "string"}}}
TEXT = {"type": "string"}
PRESENT = read_facts(SPEC.with_name("overlay.yaml"))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "TextField()"),
        ({"type": "string", "nullable": True}, "TextField()"),
        ({"type": "string", "format": "date-time"}, "InstantField()"),
        ({"type": "boolean"}, "BooleanField()"),
        ({"type": "integer"}, "WholeNumberField()"),
        ({"type": "number"}, "NumberField()"),
        ({"type": "string", "enum": ["B", "A"]}, "EnumField('B', 'A')"),
        ({"type": "array", "items": PAIRS}, "KEY_VALUE_PAIRS"),
        ({"type": "array", "items": {"type": "object", "properties": {"name": TEXT}}}, "OBJECTS"),
        ({"type": "array", "items": TEXT}, "A_LIST"),
        ({"type": "object", "additionalProperties": TEXT}, "FREE_KEYS"),
        ({"type": "object", "properties": {"name": TEXT}}, "AN_OBJECT"),
    ],
)
def test_a_field_follows_from_its_schema(schema: dict[str, Any], expected: str) -> None:
    vocabulary = build_vocabulary(describe_api({"petName": schema}))
    calls = {field.name: field.call for field in vocabulary.fields}
    assert {"id": "TextField()", **vocabulary.unfilterable, **calls} == {
        "id": "TextField()",
        "pet_name": expected,
    }


@pytest.mark.parametrize(
    ("key", "attribute", "call"),
    [
        ("bornAt", "born_at", "TextField()"),
        ("chipID", "chip_id", "TextField(key='chipID')"),
        ("type", "type", "TextField()"),
        ("from", "from_", "TextField()"),
    ],
)
def test_names_are_in_snake_case_and_odd_keys_are_kept(key: str, attribute: str, call: str) -> None:
    _, field = build_vocabulary(describe_api({key: TEXT})).fields
    assert (field.name, field.key, field.call) == (attribute, key, call)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("name=x", {"name": "TextField(bare=True)"}),
        ("name[contains]=x", {"name": "TextField()"}),
        ("OR[0][isOld]=true&name=x", {"name": "TextField(bare=True)", "is_old": "FlagField()"}),
        ("OR[0][AND][1][name]=x", {"name": "TextField(bare=True)"}),
        ("", {"name": "TextField()"}),
    ],
)
def test_bare_spellings_and_flags_follow_from_the_example(example: str, expected: dict[str, str]) -> None:
    vocabulary = build_vocabulary(describe_api({"name": TEXT}, example))
    assert {field.name: field.call for field in vocabulary.fields[1:]} == expected


def test_evidence_is_kept_by_list_field_and_operator_and_an_example_precedes_the_overlay() -> None:
    document = describe_api({"name": TEXT}, "name=x&OR[0][id][gte]=1")
    reader = Reader(rewrite(document))
    fact = {"source": "seen", "text": "a program"}
    overlay = Overlay({"operators": {"pets.id.gte": fact, "pets.owner.name.startsWith": fact}})
    assert collect_evidence(read_resources(reader), overlay) == {
        ("pets", "name", ""): ("documented", "name=x"),
        ("pets", "id", "gte"): ("documented", "OR[0][id][gte]=1"),
        ("pets", "owner.name", "startsWith"): ("seen", "a program"),
    }


def test_a_vocabulary_has_the_name_of_one_record() -> None:
    assert build_vocabulary(describe_api({})).source == "PetQ"


def test_two_operations_of_one_name_are_refused() -> None:
    document = describe_api({})
    document["paths"]["/v1/pets/{id}"] = {
        "get": describe_operation("pets_get", TEXT),
        "put": describe_operation("pets_get_by_id", TEXT),
    }
    with pytest.raises(StepError, match=r"pets_get and pets_get_by_id would both be quentli\.pets\.get$"):
        read_resources(Reader(document))


def test_a_document_without_operations_is_refused() -> None:
    with pytest.raises(StepError, match="describes no operation"):
        read_resources(Reader({**describe_api({}), "paths": {}}))


def test_a_path_that_begins_with_a_name_of_the_clients_is_refused() -> None:
    document = {**describe_api({}), "paths": {"/v1/api": {"get": describe_operation("api_get", TEXT)}}}
    with pytest.raises(StepError, match="api_get: the clients have an attribute api of their own"):
        read_resources(Reader(document))


@pytest.mark.parametrize("has_get", [False, True])
def test_a_resource_with_nothing_but_reads_imports_its_models(has_get: bool, tmp_path: Path) -> None:
    document = describe_api({})
    if has_get:
        pet = {"$ref": "#/components/schemas/Pet"}
        id_ = {"name": "id", "in": "path", "required": True, "schema": TEXT}
        document["paths"]["/v1/pets/{id}"] = {"get": describe_operation("pets_get", pet, parameters=[id_])}
    writer.write_resources(rewrite(document), tmp_path, {})
    generator.reformat(tmp_path)
    made = (tmp_path / "quentli_resources" / "methods" / "pets.py").read_text(encoding="utf-8")
    base = 'RetrievableResource["models.Pet", "models.Pet"]' if has_get else 'Resource["models.Pet"]'
    assert f"class Pets({base})" in made
    assert "    from quentli_client import models\n" in made


def test_a_list_without_a_filter_is_an_ordinary_method() -> None:
    document = describe_api({})
    document["paths"]["/v1/pets"]["get"]["parameters"].pop(0)
    [resource] = read_resources(Reader(document))
    assert resource.record is None
    assert [method.verb for method in resource.methods] == ["list"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(read(str(SPEC), PRESENT)[2])


def load(path: Path, facts: Any, reader: Reader) -> Overlay:
    path.write_text(facts if isinstance(facts, str) else yaml.safe_dump(facts), encoding="utf-8")
    return check_facts(read_facts(path), reader)


def test_every_fact_fits_the_present_document(reader: Reader) -> None:
    overlay = check_facts(PRESENT, reader)
    assert overlay.stale == ()
    assert overlay["relations"].keys() == {"payments.customer"}


@pytest.mark.parametrize(
    ("section", "subject", "fact", "problem"),
    [
        ("vocabularies", "refunds", {"name": "R"}, "there is no list refunds"),
        ("classes", "Clients", {"name": "Client"}, "there is no class Client"),
        ("wrappers", "payload_", {}, "there is no property payload_"),
        ("operators", "customers.nick.equals", {}, "there is no field customers.nick"),
        ("operators", "clients.name.equals", {}, "there is no field clients.name"),
        ("operators", "customers.name.like", {}, "there is no operator like"),
        ("operators", "payments.payer.name.equals", {}, "there is no field payments.payer.name"),
        (
            "relations",
            "payments.payer",
            {"resource": "payers", "field": "customerId"},
            "there is no list payers",
        ),
        (
            "relations",
            "payments.payer",
            {"resource": "customers", "field": "payerId"},
            "there is no field payments.payerId",
        ),
        ("descriptions", "clients", {"text": "x"}, "there is no resource clients"),
    ],
)
def test_a_stale_fact_is_named_and_left_out(
    tmp_path: Path, reader: Reader, section: str, subject: str, fact: dict[str, str], problem: str
) -> None:
    fitting = {"descriptions": {"customers": {"text": "x", "source": "ours"}}}
    facts = {**fitting, section: {**fitting.get(section, {}), subject: {**fact, "source": "seen"}}}
    overlay = load(tmp_path / "facts.yaml", facts, reader)
    assert overlay.stale == (f"{section}.{subject} of the overlay: {problem}",)
    assert {name: facts for name, facts in overlay.facts.items() if facts} == fitting


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- a", "'' is no section"),
        ("names: {}", "'names' is no section"),
        ("wrappers: [data]", "'wrappers' is no section"),
        ("wrappers: {data: {}}", r"wrappers\.data: .* its source is one of documented, ours, seen"),
        ("wrappers: {data: {source: hearsay}}", r"wrappers\.data: "),
        ("operators: {customers.name.equals: {op: x, source: seen}}", r"a fact has the keys source, text"),
    ],
)
def test_what_is_no_overlay_is_refused(tmp_path: Path, reader: Reader, text: str, problem: str) -> None:
    with pytest.raises(StepError, match=rf"facts\.yaml: .*{problem}|{problem}"):
        load(tmp_path / "facts.yaml", text, reader)


@pytest.mark.slow
def test_each_module_can_be_imported_first() -> None:
    root = Path(str(quentli_resources.__file__)).parent
    files = [path.relative_to(root.parent).with_suffix("") for path in root.rglob("*.py")]
    modules = [".".join(file.parts).removesuffix(".__init__") for file in files]
    assert "quentli_resources.vocabularies.customers" in modules
    running = [subprocess.Popen([sys.executable, "-c", f"import {module}"]) for module in modules]
    assert [process.wait() for process in running] == [0] * len(modules)


def test_the_pipeline_needs_nothing_that_it_makes() -> None:
    program = "import sys, scripts.pipeline.__main__; print(*[name for name in sys.modules if name.startswith('quentli')])"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout.split() == []
