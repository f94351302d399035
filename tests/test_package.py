"""Imports of the package: public names, and modules that load late."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.stub_server import serve

import quentli_query
from quentli_query.client.registry import RESOURCES

LANGUAGE = Path(quentli_query.__file__).parent / "filters"


def loaded_modules(code: str) -> set[str]:
    """Return the modules that are loaded after some code has run."""
    program = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_language_does_not_load_http() -> None:
    assert "httpx" not in loaded_modules("from quentli_query import Q")


def test_language_imports_neither_client_nor_sandbox_nor_http() -> None:
    for module in LANGUAGE.glob("*.py"):
        imports = re.findall(r"^(?:from|import)\s+(\S+)", module.read_text(encoding="utf-8"), re.MULTILINE)
        assert not [name for name in imports if re.search(r"client|sandbox|httpx|quentli_client", name)], (
            module
        )


def test_client_loads_no_resource() -> None:
    modules = loaded_modules(
        "from quentli_query import AsyncQuentli, Quentli; Quentli('sk_1'); AsyncQuentli('sk_1')"
    )
    resources = {
        f"quentli_query.filters.vocabularies.{resource.name}"
        for resource in RESOURCES
        if resource.vocabulary_name != "Q"
    }
    assert not modules & resources
    assert not [name for name in modules if re.match(r"quentli_client\.(models|api)", name)]


def test_list_loads_only_its_own_resource() -> None:
    with serve() as answering:
        for used, foreign in (("customers", "subscription"), ("payments", "invoice")):
            modules = loaded_modules(
                f"from quentli_query import Quentli; quentli = Quentli('sk_1', base_url={answering.url!r}); "
                f"quentli.{used}.list(); quentli.close()"
            )
            assert f"quentli_client.api.{used}.{used}_list" in modules
            assert f"quentli_client.models.{foreign}" not in modules
            assert f"quentli_query.filters.vocabularies.{foreign}s" not in modules
            assert not [name for name in modules if re.search(r"_args$|_create$", name)]


def test_every_public_name_can_be_imported() -> None:
    for name in quentli_query.__all__:
        assert getattr(quentli_query, name) is not None
    assert set(dir(quentli_query)) >= {"Q", "Quentli", "any_of"}


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Qq'"):
        quentli_query.Qq  # type: ignore[attr-defined]  # noqa: B018
