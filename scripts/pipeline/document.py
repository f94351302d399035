"""The OpenAPI document as the vendor gives it: reading it and making sure that it is one."""

from pathlib import Path
from typing import Any

from openapi_spec_validator import validate as validate_openapi
from openapi_spec_validator.exceptions import OpenAPISpecValidatorError
from openapi_spec_validator.readers import read_from_filename
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from referencing.exceptions import Unresolvable
from yaml import YAMLError

from scripts.pipeline.steps import StepError

Document = dict[str, Any]


def load(path: Path) -> Document:
    """Read an OpenAPI document from a YAML or JSON file; timestamps in it stay the strings that they are.

    Raises:
        StepError: The file is neither YAML nor JSON, or holds something other than an OpenAPI document.
        OSError: The file cannot be read.
    """
    try:
        content, _ = read_from_filename(str(path))
    except (YAMLError, ValueError) as error:
        raise StepError(f"{path.name} cannot be parsed: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("openapi"), str):
        raise StepError(f"{path.name} is not an OpenAPI document: it has no 'openapi' with a version as text")
    return content


def validate(document: Document) -> None:
    """Make sure that a document is what its OpenAPI version asks of it.

    Raises:
        StepError: It is not; the message has the first reason and the place.
    """
    try:
        validate_openapi(document)
    except OpenAPIValidationError as error:
        reason = _innermost(error)
        raise StepError(f"{reason.message} (at {reason.json_path})") from error
    except Unresolvable as error:
        raise StepError(f"the reference to {error.ref} leads nowhere") from error
    except OpenAPISpecValidatorError as error:
        raise StepError(
            f"OpenAPI {document['openapi']} is a version that the validator does not know"
        ) from error


def _innermost(error: OpenAPIValidationError) -> OpenAPIValidationError:
    """The deepest of the reasons; the outermost quotes a whole component for one wrong word in it."""
    return max([error, *map(_innermost, error.context)], key=lambda reason: len(reason.absolute_path))
