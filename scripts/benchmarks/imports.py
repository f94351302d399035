"""Import time, from a fresh process to a client that is ready for its first request."""

from __future__ import annotations

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
OPERATIONS = {
    names.LIST_OPERATION: "import quentli_client.api.customers.customers_list",
    names.LARGEST_OPERATION: "import quentli_client.api.payment_sessions.payment_sessions_create",
    names.HTTPX_AND_ATTRS: "import httpx, attrs",
}

_NOTE = (
    "The start of Python is not included. Compare the best turns: other processes can only slow a turn down."
)
_OPERATION_NOTE = (
    f"One list, and the operation with the most models, beside the libraries that both import. {_NOTE}"
)


def create_import_benchmarks() -> list[Benchmark]:
    """Create benchmarks that import whole libraries, and single operations of the generated client."""
    libraries, operations = _create_contestants(LIBRARIES), _create_contestants(OPERATIONS)
    return [
        Benchmark(names.IMPORT_LIBRARY, libraries, names.HTTPX, _NOTE, MILLISECONDS),
        Benchmark(names.IMPORT_OPERATION, operations, names.HTTPX_AND_ATTRS, _OPERATION_NOTE, MILLISECONDS),
    ]


def _create_contestants(statements: Mapping[str, str]) -> list[Contestant]:
    return [Contestant(name, partial(_time_statements, code)) for name, code in statements.items()]


def _time_statements(statements: str, calls: int) -> float:
    lines = (
        "from time import perf_counter_ns",
        "start = perf_counter_ns()",
        statements,
        "print(perf_counter_ns() - start)",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    return min(float(subprocess.check_output(command)) for _ in range(calls))
