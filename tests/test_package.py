"""Imports of the package: public names, and modules that load late."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from importlib.util import resolve_name
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support.stub_server import serve

import quentli_query
from quentli_query import sandbox


def loaded_modules(code: str) -> set[str]:
    """Return the modules that are loaded after some code has run."""
    program = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


MODELS = "from quentli_query import UNSET; import quentli_client.errors, quentli_client.models.customer"
CLIENTS = "from quentli_query import AsyncQuentli, Quentli; AsyncQuentli('sk_1'), Quentli('sk_1').refunds"
NO_MODELS = r"quentli_client\.(models|api)"


@pytest.mark.parametrize(
    ("code", "loaded", "foreign"),
    [
        ("from quentli_query import Q", "", r"httpx|quentli_client|quentli_query\.(client|sandbox)"),
        (MODELS, "models.customer", "httpx"),
        # These can be imported first, too.
        ("import quentli_resources.attributes", "attributes", f"{NO_MODELS}|httpx"),
        ("import quentli_resources.params", "params", f"{NO_MODELS}|httpx"),
        ("import quentli_resources.methods.customers", "methods.customers", NO_MODELS),
        (CLIENTS, "methods.refunds", rf"{NO_MODELS}|quentli_resources\.(vocabularies|methods\.(?!refunds))"),
    ],
)
def test_only_what_is_used_is_loaded(code: str, loaded: str, foreign: str) -> None:
    modules = loaded_modules(code)
    assert any(name.endswith(f".{loaded}") for name in modules) or not loaded
    assert not [name for name in modules if re.match(foreign, name)]


def test_list_loads_only_its_own_resource() -> None:
    with serve() as answering:
        client = f"from quentli_query import Quentli; quentli = Quentli('sk_1', base_url={answering.url!r})"
        modules = loaded_modules(f"{client}; quentli.payments.list(); quentli.close()")
    assert "quentli_client.api.payments.payments_list" in modules
    foreign = r"models\.invoice$|vocabularies\.invoices$|_args$|_create$"
    assert not [name for name in modules if re.search(foreign, name)]


@pytest.mark.parametrize("package", [quentli_query, sandbox])
def test_unknown_name_is_an_attribute_error(package: Any) -> None:
    with pytest.raises(AttributeError, match="no attribute 'Qq'"):
        package.Qq  # noqa: B018


@pytest.mark.parametrize("package", [quentli_query, sandbox])
def test_type_checkers_and_python_find_each_public_name_in_one_module(package: ModuleType) -> None:
    stub = ast.parse(Path(str(package.__file__)).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    stubbed: dict[str, str] = {}
    for node in imports:
        module = resolve_name("." * node.level + str(node.module), package.__name__)
        names = [alias.name for alias in node.names]
        stubbed |= dict.fromkeys(import_module(module).__all__ if names == ["*"] else names, module)
    assert stubbed.keys() == {*package.__all__} - {"__version__"}
    assert {*dir(package)} >= {*package.__all__}
    for name, module in stubbed.items():
        assert getattr(import_module(module), name) is getattr(package, name)
