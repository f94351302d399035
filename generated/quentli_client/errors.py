"""Contains shared errors types that can be raised from API functions"""

from collections.abc import Mapping


class UnexpectedStatus(Exception):
    """An undocumented status code

    `sync` and `asyncio` raise the error for any status but a success. The detailed functions raise it for an
    undocumented status if Client.raise_on_unexpected_status is True.
    """

    def __init__(self, status_code: int, content: bytes):
        self.status_code = status_code
        self.content = content

        super().__init__(
            f"Unexpected status code: {status_code}\n\nResponse content:\n{content.decode(errors='ignore')}"
        )


class FieldError(ValueError):
    """A field that is missing, or that the model can't read. `from_dict` raises it.

    Attributes:
        path: The key of the field in JSON, below those of the objects around it: `customer.createdAt`. Empty if the
            value for the model is no object.
        problem: The problem, such as `is missing`.
        record_id: The id of the innermost record around the field, or None if the record has no id.
    """

    MISSING = "is missing"

    def __init__(self, path: str, problem: str, record_id: str | None = None):
        super().__init__(path, problem, record_id)
        self.path = path
        self.problem = problem
        self.record_id = record_id

    def __str__(self) -> str:
        return f"{self.path} {self.problem}".strip()

    @classmethod
    def from_error(cls, error: Exception, field: str, source: object) -> "FieldError":
        """Return an error that names the field

        Args:
            error: The exception raised by `from_dict`.
            field: The key of the field that was being decoded.
            source: The value given to `from_dict`.
        """
        if not isinstance(source, Mapping):
            return cls("", f"is {name_json_type(source)}, and not an object")
        found = source.get("id")
        record_id = found if isinstance(found, str) else None
        if isinstance(error, FieldError):
            path = f"{field}.{error.path}" if error.path else field
            return cls(path, error.problem, error.record_id or record_id)
        if isinstance(error, KeyError):
            return cls(str(error.args[0]), cls.MISSING, record_id)
        return cls(field, "cannot be read", record_id)


def name_json_type(value: object) -> str:
    """Name the JSON type of a value, as in `an array`"""
    names: dict[type, str] = {
        dict: "an object",
        list: "an array",
        str: "a string",
        bool: "a truth value",
        type(None): "null",
    }
    return names.get(type(value), "a number")


__all__ = ["FieldError", "UnexpectedStatus", "name_json_type"]
