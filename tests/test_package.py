"""The package as it is imported."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import quentli_query

DSL = Path(quentli_query.__file__).parent / "dsl"


def run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_the_language_does_not_load_http() -> None:
    assert run('import sys; from quentli_query import Q; print("httpx" in sys.modules)') == "False"


def test_the_language_imports_neither_client_nor_sandbox_nor_http() -> None:
    for module in DSL.glob("*.py"):
        imports = re.findall(r"^(?:from|import)\s+(\S+)", module.read_text(encoding="utf-8"), re.MULTILINE)
        assert not [name for name in imports if re.search(r"client|sandbox|httpx|quentli_client", name)], (
            module
        )


def test_every_public_name_can_be_imported() -> None:
    for name in quentli_query.__all__:
        assert getattr(quentli_query, name) is not None
    assert set(dir(quentli_query)) >= {"Q", "Quentli", "any_of"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Qq'"):
        quentli_query.Qq  # noqa: B018
