"""CPU time of imports, from a fresh process to a client that is ready for its first request."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import partial

from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, Contestant
from scripts.benchmarks.units import MILLISECONDS

LIBRARIES = {
    names.QUENTLI_QUERY: "import quentli_query; quentli_query.Quentli('sk_1')",
    names.HTTPX: "import httpx; httpx.Client()",
    names.STRIPE: "import stripe; stripe.StripeClient('sk_test_1')",
    names.OPENAI: "import openai; openai.OpenAI(api_key='sk_1')",
}
LANGUAGE = {names.LANGUAGE: "from quentli_query import Q", names.ATTRS: "import attrs"}
OPERATIONS = {
    names.LIST_OPERATION: "import quentli_client.api.customers.customers_list",
    names.LARGEST_OPERATION: "import quentli_client.api.payment_sessions.payment_sessions_create",
    names.HTTPX_AND_ATTRS: "import httpx, attrs",
}

_NOTE = "CPU time without the start of Python. Compare the best turns: other processes only slow turns down."
_LANGUAGE_NOTE = f"Without the client: filters alone need no httpx. {_NOTE}"
_OPERATION_NOTE = (
    f"One list, and the operation with the most models, beside the libraries that both import. {_NOTE}"
)


def create_import_benchmarks() -> list[Benchmark]:
    """Create benchmarks that import whole libraries, the language, and operations of the generated client."""
    return [
        _create_benchmark(names.IMPORT_LIBRARY, LIBRARIES, names.HTTPX, _NOTE),
        _create_benchmark(names.IMPORT_LANGUAGE, LANGUAGE, names.ATTRS, _LANGUAGE_NOTE),
        _create_benchmark(names.IMPORT_OPERATION, OPERATIONS, names.HTTPX_AND_ATTRS, _OPERATION_NOTE),
    ]


def _create_benchmark(name: str, statements: Mapping[str, str], reference: str, note: str) -> Benchmark:
    contestants = [Contestant(each, partial(_time_statements, code)) for each, code in statements.items()]
    return Benchmark(name, contestants, reference, note, MILLISECONDS)


def _time_statements(statements: str, calls: int) -> float:
    lines = (
        "from time import process_time_ns",
        "start = process_time_ns()",
        statements,
        "print(process_time_ns() - start)",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    # Installed packages are compiled.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    return min(float(subprocess.check_output(command, env=environment)) for _ in range(calls))
