"""The document's operations, each with the generated function that calls it."""

from __future__ import annotations

import copy
import importlib
import inspect
import typing
from types import ModuleType
from typing import Any, Final

import pytest
from attrs import frozen
from pipeline.described import described
from quentli_client.types import UNSET
from support.document import DOCUMENT

from scripts.pipeline.visitor import METHODS, Document

JSON: Final = "application/json"


@frozen(eq=False)
class Operation:
    """One operation: a method of a path.

    Attributes:
        name: The document's name for it, and that of the generated module.
        method: In lower case.
        path: With names in braces.
        documented: The operation in the document.
    """

    name: str
    method: str
    path: str
    documented: Document

    @property
    def parameters(self) -> dict[str, Any]:
        """The example of each parameter, by the name that the function gives it; without the body."""
        examples = {_plain(each["name"]): each["example"] for each in self.documented.get("parameters", [])}
        names = inspect.signature(self.module.sync_detailed).parameters
        return {name: examples[_plain(name)] for name in names if _plain(name) in examples}

    @property
    def body(self) -> Any:
        """The body's example, a new one each time; None where there is no body."""
        content = self.documented.get("requestBody", {}).get("content", {JSON: {"example": None}})
        return copy.deepcopy(content[JSON]["example"])

    @property
    def failures(self) -> tuple[int, ...]:
        """The statuses of the documented errors."""
        return tuple(int(status) for status in self.documented["responses"] if status != "200")

    @property
    def response(self) -> Document:
        """The schema of the response with status 200: JSON Schema, complete in itself."""
        schema = described()["paths"][self.path][self.method]["responses"]["200"]["content"][JSON]["schema"]
        return {**schema, "components": described()["components"]}

    @property
    def module(self) -> ModuleType:
        """The generated functions."""
        folder = self.documented["tags"][0].lower().replace(" ", "_")
        return importlib.import_module(f"quentli_client.api.{folder}.{self.name}")

    def arguments(self, body: Any = UNSET) -> dict[str, Any]:
        """Return the arguments of the generated function except the client. The model reads the example of the body."""
        given = self.body if body is UNSET else body
        if given is None:
            return self.parameters
        # Where the body may be left out, its type is the model or a mark for nothing.
        annotation = typing.get_type_hints(self.module.sync_detailed)["body"]
        model = next(
            each for each in typing.get_args(annotation) or (annotation,) if hasattr(each, "from_dict")
        )
        return {**self.parameters, "body": model.from_dict(given)}


def _plain(name: str) -> str:
    """Return one spelling for `customerId` and `customer_id`, for `filter` and `filter_`."""
    return name.replace("_", "").lower()


OPERATIONS: Final = tuple(
    Operation(item[method]["operationId"], method, path, item[method])
    for path, item in DOCUMENT["paths"].items()
    for method in METHODS
    if method in item
)

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
