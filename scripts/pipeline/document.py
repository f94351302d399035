"""The OpenAPI document in the vendor's shape: loading and validating it."""

import json
import os
import re
from typing import Any

from jsonschema_path import SchemaPath
from openapi_python_client.strings import snake_case
from openapi_spec_validator.exceptions import OpenAPISpecValidatorError
from openapi_spec_validator.shortcuts import get_validator_cls
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from referencing.exceptions import Unresolvable

from scripts.pipeline import loader, references
from scripts.pipeline.errors import StepError, shorten
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, find_schemas, format_pointer, map_nodes

# Where jsonschema-rs is installed, the validator would prefer it, and its messages differ.
os.environ["OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND"] = "jsonschema"

_VERSIONS = re.compile(r"3\.[01](\.\d+)?")


def parse(content: bytes, name: str) -> Document:
    """Parse an OpenAPI document.

    Args:
        content: YAML or JSON, in UTF-8.
        name: The name of the document in errors.

    Raises:
        StepError: The content is neither, or holds something other than an OpenAPI document.
    """
    try:
        value = loader.parse(content)
    except StepError as error:
        raise StepError(f"{name} cannot be parsed: {error}") from error
    if isinstance(value, dict) and "swagger" in value:
        raise StepError(f"{name} is Swagger {value['swagger']}; convert it to OpenAPI 3.0 or 3.1")
    if not (isinstance(value, dict) and isinstance(value.get("openapi"), str)):
        raise StepError(f"{name} is not an OpenAPI document: it has no key 'openapi' with a version as text")
    return map_nodes(value, SCHEMA, _drop_repeated)


def validate(document: Document) -> None:
    """Validate a document against its version of OpenAPI.

    Raises:
        StepError: It is not valid. The message has the first reason and the place.
    """
    version = document["openapi"]
    if not _VERSIONS.fullmatch(version):
        raise StepError(f"OpenAPI {version} is not supported; 3.0 and 3.1 are")
    references.check(document)
    for path, schema in find_schemas(document):
        _check_enum(schema.get("enum"), format_pointer((*path, "enum")))
    try:
        # Without handlers nothing is fetched, even for a reference that stands where none is known.
        get_validator_cls(document)(SchemaPath.from_dict(document, handlers={})).validate()
    except OpenAPIValidationError as error:
        reason = _innermost(error)
        raise StepError(f"{shorten(reason.message)} (at {format_pointer(reason.absolute_path)})") from error
    except Unresolvable as error:
        raise StepError(f"the reference to {error.ref} leads nowhere") from error
    except OpenAPISpecValidatorError as error:
        raise StepError(f"it cannot be validated: {str(error) or type(error).__name__}") from error


def _innermost(error: OpenAPIValidationError) -> OpenAPIValidationError:
    """Return the deepest reason; the outermost quotes a whole component for one wrong word in it."""
    return max([error, *map(_innermost, error.context)], key=lambda reason: len(reason.absolute_path))


def _drop_repeated(schema: Schema, path: Path) -> Schema:
    """Drop values that an enum repeats, and print a note."""
    values = schema.get("enum")
    if not isinstance(values, list):
        return schema
    kept = list({json.dumps(value): value for value in values}.values())
    if len(kept) < len(values):
        print(f"note: repeated values of an enum are dropped (at {format_pointer((*path, 'enum'))})")
    return {**schema, "enum": kept}


def _check_enum(values: Any, place: str) -> None:
    """Refuse a value that is neither text nor a number, and two values of one name in Python."""
    names: dict[str, Any] = {}
    for value in values if isinstance(values, list) else ():
        if isinstance(value, list | dict):
            raise StepError(f"an enum has a value that is neither text nor a number (at {place})")
        if isinstance(value, str) and value[:1].isalpha():
            other = names.setdefault(snake_case(value.upper()).upper(), value)
            if other != value:
                raise StepError(f"{other!r} and {value!r} have one name in Python (at {place})")
