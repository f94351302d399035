"""Contains shared errors types that can be raised from API functions"""

from collections.abc import Mapping


class UnexpectedStatus(Exception):
    """Raised by `sync` and `asyncio` at any status but that of success, and by the detailed functions at one that is
    not documented if Client.raise_on_unexpected_status is True"""

    def __init__(self, status_code: int, content: bytes):
        self.status_code = status_code
        self.content = content

        super().__init__(
            f"Unexpected status code: {status_code}\n\nResponse content:\n{content.decode(errors='ignore')}"
        )


class FieldError(ValueError):
    """Raised by `from_dict` when a field is missing, or holds what the model cannot read

    Attributes:
        path: The field's name in JSON, below the fields that it is part of: `customer.createdAt`. Empty if what should
            be the model itself is no object.
        problem: What is wrong with it, such as `is missing`.
        record_id: The id of the innermost record that has the field, or None if it has none.
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
    def of(cls, error: Exception, field: str, source: object) -> "FieldError":
        """Name the field of a model that an error was raised for

        Args:
            error: What was raised.
            field: The field that was read when it was raised.
            source: What the model was to be made of.
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
