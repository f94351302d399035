"""What is known of a field: where it stands, and how conditions on it are spelled."""

from __future__ import annotations

import builtins

from attrs import field, frozen


@frozen(cache_hash=True)
class Field:
    """What a condition needs to know of a field. Users write `Q.name`, which holds one of these.

    Attributes:
        resource: the list that has the field, `customers`.
        source: the Python expression for it, `Q.phone_number`.
        attribute: what the generated models call it, `phone_number`.
        path: the keys on the wire, `("phoneNumber",)`; more than one for a field of a related record.
            `key` is the last of them, `parents` are those before it.
        bare: whether equality is spelled `field=value` and not `field[equals]=value`.
        flag: whether the API computes it, so that no record shows its value.
        exact: whether its text is one of a few known values, and is compared to the letter.
        seen: names of the operators with which exactly this field was seen in use.
    """

    resource: str
    source: str
    attribute: str
    path: tuple[str, ...]
    bare: bool = False
    flag: bool = False
    exact: bool = False
    seen: frozenset[str] = frozenset()
    parents: tuple[str, ...] = field(init=False)
    key: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "parents", self.path[:-1])
        object.__setattr__(self, "key", self.path[-1])


def attribute_of(name: str) -> str:
    """What the generated models call a field: they do not hide Python's own names, but for `id`.

    >>> attribute_of("type"), attribute_of("id"), attribute_of("name")
    ('type_', 'id', 'name')
    """
    return f"{name}_" if name != "id" and hasattr(builtins, name) else name
