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

import pytest
from support.stub_server import serve

import quentli_query
from quentli_query import sandbox


def loaded_modules(code: str) -> set[str]:
    """Return the modules that are loaded after some code has run."""
    program = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_language_loads_neither_http_nor_client_nor_sandbox() -> None:
    modules = loaded_modules("from quentli_query import Q")
    assert not modules & {"httpx", "quentli_client", "quentli_query.client", "quentli_query.sandbox"}


def test_unset_and_single_models_load_no_http() -> None:
    imports = "import quentli_client.types, quentli_client.errors, quentli_client.models.customer"
    models = "from quentli_query import UNSET; from quentli_client.models import Customer"
    assert "httpx" not in loaded_modules(f"{imports}; {models}")


@pytest.mark.parametrize("module", ["attributes", "params", "methods.customers"])
def test_methods_load_no_model_and_can_be_imported_first(module: str) -> None:
    modules = loaded_modules(f"import quentli_resources.{module}")
    assert f"quentli_resources.{module}" in modules
    assert not [name for name in modules if re.match(r"quentli_client\.(models|api)", name)]
    assert ("httpx" in modules) == module.startswith("methods.")


def test_clients_load_no_resource_until_it_is_used() -> None:
    code = "from quentli_query import AsyncQuentli, Quentli; AsyncQuentli('sk_1'), Quentli('sk_1').refunds"
    modules = " ".join(loaded_modules(code))
    assert set(re.findall(r"quentli_resources\.methods\.\w+", modules)) == {
        "quentli_resources.methods.refunds"
    }
    assert not re.search(r"quentli_client\.(models|api)|quentli_resources\.vocabularies", modules)


def test_list_loads_only_its_own_resource() -> None:
    with serve() as answering:
        client = f"from quentli_query import Quentli; quentli = Quentli('sk_1', base_url={answering.url!r})"
        modules = loaded_modules(f"{client}; quentli.payments.list(); quentli.close()")
    assert "quentli_client.api.payments.payments_list" in modules
    foreign = r"models\.invoice$|vocabularies\.invoices$|_args$|_create$"
    assert not [name for name in modules if re.search(foreign, name)]


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Qq'"):
        quentli_query.Qq  # type: ignore[attr-defined]  # noqa: B018


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
