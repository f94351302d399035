"""From nothing to a client that could send its first request, in fresh processes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from attrs import frozen

from scripts.benchmarks import names
from scripts.benchmarks.measuring import Benchmark
from scripts.benchmarks.units import MILLISECONDS

if TYPE_CHECKING:
    from collections.abc import Mapping

STATEMENTS = {
    names.OURS: "import quentli_query; quentli_query.Quentli('sk_1')",
    names.HTTPX: "import httpx; httpx.Client()",
    names.STRIPE: "import stripe; stripe.StripeClient('sk_test_1')",
    names.OPENAI: "import openai; openai.OpenAI(api_key='sk_1')",
}
OPERATIONS = {
    names.LIST_OPERATION: "import quentli_client.api.customers.customers_list",
    names.LARGEST_OPERATION: "import quentli_client.api.payment_sessions.payment_sessions_create",
    names.HTTPX_AND_ATTRS: "import httpx, attrs",
}

_NOTE = "Without the start of Python itself. The best is what counts: others' work only ever adds."


def imports() -> list[Benchmark]:
    """Importing a library and making a client, beside others that are often imported; and one operation."""
    operation = f"A list, and the operation with the most models, beside what both stand on. {_NOTE}"
    return [
        Benchmark(names.IMPORT, _contestants(STATEMENTS), names.HTTPX, _NOTE, MILLISECONDS),
        Benchmark(names.OPERATION, _contestants(OPERATIONS), names.HTTPX_AND_ATTRS, operation, MILLISECONDS),
    ]


def _contestants(statements: Mapping[str, str]) -> list[Statements]:
    return [Statements(*each) for each in statements.items()]


@frozen
class Statements:
    """Statements that a process begins with."""

    name: str
    statements: str
    per: int = 1
    form: str | None = None

    def output(self) -> str:
        """Nothing is written."""
        return ""

    def time(self, calls: int) -> float:
        """Nanoseconds that the statements take, in the best of so many processes."""
        lines = (
            "from time import perf_counter_ns",
            "start = perf_counter_ns()",
            self.statements,
            "print(perf_counter_ns() - start)",
        )
        command = [sys.executable, "-c", "\n".join(lines)]
        return min(float(subprocess.check_output(command)) for _ in range(calls))
