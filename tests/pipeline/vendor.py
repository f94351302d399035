"""The vendor's document, parts of it that take less time to work on, and altered copies."""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from support.document import VENDORS

from scripts.pipeline import report
from scripts.pipeline.references import find_reached
from scripts.pipeline.resources.overlay import read_facts
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.visitor import Document, iterate_nodes

WHOLE = VENDORS
FACTS = read_facts(Path(__file__).with_name("data") / "facts.yaml")


def extract(*paths: str) -> dict[str, Any]:
    """Return a document of these paths, with the schemas that they reach."""
    kept = {path: WHOLE["paths"][path] for path in paths}
    names = {
        reference.rpartition("/")[2] for reference in find_reached(WHOLE, iterate_nodes({"paths": kept}))
    }
    schemas = {name: each for name, each in WHOLE["components"]["schemas"].items() if name in names}
    return {**WHOLE, "paths": kept, "components": {**WHOLE["components"], "schemas": schemas}}


CUSTOMERS = extract("/v1/customers", "/v1/customers/{id}")
# Records written out twice, values that classes share, bounds, defaults, and requests of every method.
MIXED = extract(
    *CUSTOMERS["paths"],
    "/v1/customers/{customerId}/payment_methods",
    "/v1/discounts",
    "/v1/discounts/{id}",
    "/v1/webhooks",
    "/v1/webhooks/{id}",
)


def alter(change: Callable[[Any], Any], original: Any = CUSTOMERS) -> Any:
    """Return a changed copy."""
    altered = copy.deepcopy(original)
    change(altered)
    return altered


def schema(document: Any, name: str) -> Any:
    return document["components"]["schemas"][name]


def remove_phone_number(document: Any, names: tuple[str, ...] = ("Customer", "GetCustomerResponse")) -> None:
    """Remove a required field, in both places where the vendor has written out a customer."""
    for name in names:
        del schema(document, name)["properties"]["phoneNumber"]
        schema(document, name)["required"].remove("phoneNumber")


def find(before: Any, after: Any) -> report.Findings:
    """Compare two documents."""
    rewritten = (rewrite_once(json.dumps(before)), rewrite_once(json.dumps(after)))
    return report.findings(before, after, rewritten, FACTS)


def find_in_mixed(change: Callable[[Any], Any]) -> report.Findings:
    """Compare `MIXED` with a changed copy."""
    return find(MIXED, alter(change, MIXED))


@cache
def rewrite_once(text: str) -> Document:
    return rewrite(json.loads(text))
