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
    for code in (
        "from quentli_query import UNSET",
        "import quentli_client.types",
        "import quentli_client.errors",
        "import quentli_client.models.customer",
        "from quentli_client.models import Customer",
    ):
        assert "httpx" not in loaded_modules(code), code


def test_client_loads_no_resource() -> None:
    modules = loaded_modules(
        "from quentli_query import AsyncQuentli, Quentli; Quentli('sk_1'); AsyncQuentli('sk_1')"
    )
    assert not [name for name in modules if re.match(r"quentli_client\.(models|api)", name)]
    assert not [name for name in modules if name.startswith("quentli_resources.vocabularies")]


@pytest.mark.parametrize("module", ["attributes", "params", "methods.customers", "methods.refunds"])
def test_methods_load_no_model_and_can_be_imported_first(module: str) -> None:
    modules = loaded_modules(f"import quentli_resources.{module}")
    assert f"quentli_resources.{module}" in modules
    assert not [name for name in modules if re.match(r"quentli_client\.(models|api)", name)]
    assert ("httpx" in modules) == module.startswith("methods.")


def test_a_client_loads_no_resource_until_it_is_used() -> None:
    modules = loaded_modules("from quentli_query import Quentli; Quentli('sk_1').refunds")
    found = {name for name in modules if name.startswith("quentli_resources.methods.")}
    assert found == {"quentli_resources.methods.refunds"}


def test_list_loads_only_its_own_resource() -> None:
    with serve() as answering:
        for used, foreign in (("customers", "subscription"), ("payments", "invoice")):
            modules = loaded_modules(
                f"from quentli_query import Quentli; quentli = Quentli('sk_1', base_url={answering.url!r}); "
                f"quentli.{used}.list(); quentli.close()"
            )
            assert f"quentli_client.api.{used}.{used}_list" in modules
            assert f"quentli_client.models.{foreign}" not in modules
            assert f"quentli_resources.vocabularies.{foreign}s" not in modules
            assert not [name for name in modules if re.search(r"_args$|_create$", name)]


def test_every_public_name_can_be_imported() -> None:
    for name in quentli_query.__all__:
        assert getattr(quentli_query, name) is not None
    assert set(dir(quentli_query)) >= {"Q", "Quentli", "any_of"}


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
    for name, module in stubbed.items():
        assert getattr(import_module(module), name) is getattr(package, name)
