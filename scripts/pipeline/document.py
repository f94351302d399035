"""The OpenAPI document as the vendor gives it: reading it and making sure that it is one."""

import os
import re
from pathlib import Path
from typing import Any

from openapi_spec_validator import validate as validate_openapi
from openapi_spec_validator.exceptions import OpenAPISpecValidatorError
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from referencing.exceptions import Unresolvable

from scripts.pipeline import enumerations, reading, references, sources
from scripts.pipeline.deadline import deadline
from scripts.pipeline.steps import StepError

Document = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
VALIDATION_TIME = 30.0
"""Seconds; the present document takes less than one."""

# Where jsonschema-rs happens to be installed, the validator would take that, which words mistakes otherwise.
os.environ["OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND"] = "jsonschema"

_VERSIONS = re.compile(r"3\.[01](\.\d+)?")


def load(path: Path) -> Document:
    """Read an OpenAPI document from a YAML or JSON file; timestamps in it stay the strings that they are.

    Raises:
        StepError: The file is neither YAML nor JSON, or holds something other than an OpenAPI document.
        OSError: The file cannot be read.
    """
    return parse(sources.read_file(path), path.name)


def parse(content: bytes, name: str) -> Document:
    """Read an OpenAPI document from its bytes.

    Args:
        content: YAML or JSON, in UTF-8.
        name: What to call the document in an error.

    Raises:
        StepError: The bytes are neither, or hold something other than an OpenAPI document.
    """
    try:
        value = reading.parse(content)
    except StepError as error:
        raise StepError(f"{name} cannot be parsed: {error}") from error
    if not isinstance(value, dict):
        raise StepError(f"{name} is not an OpenAPI document: it is {_kind(value)}, not an object")
    if "swagger" in value:
        raise StepError(f"{name} is of OpenAPI {value['swagger']} (Swagger); needed is OpenAPI 3.0 or 3.1")
    if not isinstance(value.get("openapi"), str):
        raise StepError(f"{name} is not an OpenAPI document: it has no 'openapi' with a version as text")
    return value


def validate(document: Document) -> None:
    """Make sure that a document is what its OpenAPI version asks of it.

    Raises:
        StepError: It is not; the message has the first reason and the place.
    """
    version = document["openapi"]
    if not _VERSIONS.fullmatch(version):
        raise StepError(
            f"OpenAPI {version} is a version that the pipeline does not know; it knows 3.0 and 3.1"
        )
    # First of all, so that the validator never meets a reference to another document, which it would fetch.
    references.check(document)
    enumerations.check(document)
    try:
        with deadline(VALIDATION_TIME, "validating"):
            validate_openapi(document)
    except OpenAPIValidationError as error:
        reason = _innermost(error)
        raise StepError(f"{_short(reason.message)} (at {reason.json_path})") from error
    except Unresolvable as error:
        raise StepError(f"the reference to {error.ref} leads nowhere") from error
    except OpenAPISpecValidatorError as error:
        raise StepError(f"it cannot be validated: {error or type(error).__name__}") from error
    except RecursionError as error:
        raise StepError("it cannot be validated: its schemas contain each other too deeply") from error


def require_operations(document: Document) -> None:
    """Make sure that there is something to call.

    Raises:
        StepError: The document describes no operation.
    """
    items = document.get("paths", {}).values()
    if not any(method in item for item in items for method in METHODS):
        raise StepError("it describes no operation: 'paths' is empty")


def _innermost(error: OpenAPIValidationError) -> OpenAPIValidationError:
    """The deepest of the reasons; the outermost quotes a whole component for one wrong word in it."""
    return max([error, *map(_innermost, error.context)], key=lambda reason: len(reason.absolute_path))


def _short(message: str) -> str:
    return message if len(message) <= 500 else f"{message[:240]} ... {message[-240:]}"


def _kind(value: Any) -> str:
    kinds = {list: "a list", str: "text", bool: "true or false", type(None): "empty"}
    return kinds.get(type(value), "a number")
