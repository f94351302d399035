"""Imports of the generated client: a module loads the models that it needs, and no other."""

import ast
import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import quentli_client
from pipeline.described import models_of, operations
from quentli_client import models

PACKAGE = Path(quentli_client.__file__).parent

# For each of the given modules, imported into an empty package: the models that come with it.
LOADED = """
import importlib, json, sys

loaded = {}
for name in json.loads(sys.argv[1]):
    for each in [each for each in sys.modules if each.partition(".")[0] == "quentli_client"]:
        del sys.modules[each]
    importlib.import_module(name)
    loaded[name] = [each for each in sys.modules if each.startswith("quentli_client.models.")]
print(json.dumps(loaded))
"""


def loaded_with(*names: str) -> dict[str, set[str]]:
    command = [sys.executable, "-c", LOADED, json.dumps(names)]
    found: dict[str, list[str]] = json.loads(subprocess.check_output(command, cwd=PACKAGE.parent))
    return {name: {module.rpartition(".")[2] for module in modules} for name, modules in found.items()}


def modules_of(operation: dict[str, Any]) -> set[str]:
    return {getattr(models, name).__module__.rpartition(".")[2] for name in models_of(operation)}


def test_an_operation_imports_only_the_models_that_it_reaches() -> None:
    expected = {name: modules_of({**operation, "parameters": []}) for name, operation in operations().items()}

    # The package of models imports none of them.
    assert loaded_with("quentli_client.models", *operations()) == {"quentli_client.models": set(), **expected}


@pytest.mark.slow
def test_each_module_of_a_model_can_be_imported_first() -> None:
    names = [getattr(models, name).__module__ for name in models.__all__]
    loaded = loaded_with(*names)

    assert all(name.rpartition(".")[2] in loaded[name] for name in names)


def test_an_unknown_model() -> None:
    with pytest.raises(AttributeError, match="module 'quentli_client.models' has no attribute 'Custmer'"):
        getattr(models, "Custmer")  # noqa: B009
    with pytest.raises(ImportError, match="Custmer"):
        exec("from quentli_client.models import Custmer", {})


def test_all_names_can_be_listed_and_imported_at_once() -> None:
    namespace: dict[str, Any] = {}
    exec("from quentli_client.models import *", namespace)

    assert {*models.__all__} <= {*dir(models)}
    for name in models.__all__:
        assert namespace[name].__name__ == name
        assert getattr(importlib.import_module(namespace[name].__module__), name) is namespace[name]


def test_reading_a_record_defines_and_imports_nothing() -> None:
    once = (ast.FunctionDef, ast.Lambda, ast.Import, ast.ImportFrom, ast.ClassDef)

    for path in (PACKAGE / "models").glob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                inner = [node for statement in function.body for node in ast.walk(statement)]
                assert not [node for node in inner if isinstance(node, once)], path
