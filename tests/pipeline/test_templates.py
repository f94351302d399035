"""The project's versions of the generator's templates: made for the installed version, and all different."""

import hashlib
from importlib import metadata
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "openapi" / "templates"
ORIGINALS = {
    "client.py.jinja": "4eac65762f21014a",
    "endpoint_macros.py.jinja": "58edb8b4913db6ed",
    "endpoint_module.py.jinja": "c1b2628053eb4875",
    "errors.py.jinja": "b6ba7ea79aa7d7f2",
    "int_enum.py.jinja": "cf8776855b1d8269",
    "model.py.jinja": "fd1c79680d51c06c",
    "models_init.py.jinja": "4f64a3d6e1b15a56",
    "package_init.py.jinja": "ac15907e32dc39bd",
    "property_templates/datetime_property.py.jinja": "c789d11d8ea26cb5",
    "property_templates/list_property.py.jinja": "4390b5f673fdb10d",
    "property_templates/union_property.py.jinja": "03790f2710deaeb2",
    "str_enum.py.jinja": "e4979a5e6b338351",
    "types.py.jinja": "93df9d75883a4eaf",
}
"""Digests of the templates that the project's versions were made from."""


def test_these_templates_replace_the_generator_s() -> None:
    made = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.py.jinja")}

    assert made == ORIGINALS.keys()


@pytest.mark.parametrize("name", ORIGINALS)
def test_a_template_was_made_from_that_of_the_installed_generator(name: str) -> None:
    installed = metadata.distribution("openapi-python-client")
    original = Path(str(installed.locate_file(f"openapi_python_client/templates/{name}"))).read_bytes()

    assert hashlib.sha256(original).hexdigest()[:16] == ORIGINALS[name]
    assert (TEMPLATES / name).read_bytes() != original
