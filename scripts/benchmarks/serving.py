"""The process in which the sandboxes are."""

from __future__ import annotations

import sys

from quentli_query.sandbox import Delay, IgnoreFilter, Sandbox


def main() -> None:
    """Serve until standard input ends: then whoever started this has no more questions, or is gone."""
    customers, latency = int(sys.argv[1]), float(sys.argv[2])
    # Holding thousands of customers against a filter takes long, and which ones it chooses is not asked here.
    prompt = Sandbox(customers, faults=[IgnoreFilter("createdAt")], keep_requests=0)
    distant = Sandbox(prompt.customers, faults=[Delay(latency)], keep_requests=0)
    with prompt, distant:
        for sandbox in (prompt, distant):
            print(sandbox.url, sandbox.api_key, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
