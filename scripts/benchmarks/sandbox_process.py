"""The process that runs the sandboxes."""

from __future__ import annotations

import sys

from quentli_query.sandbox import Delay, IgnoreFilter, Sandbox


def main() -> None:
    """Serve until standard input ends, which is when the benchmarks end."""
    customers, latency = int(sys.argv[1]), float(sys.argv[2])
    # All customers match the filter of the benchmarks; evaluating it thousands of times would only take time.
    near = Sandbox(customers, faults=[IgnoreFilter("createdAt")], keep_requests=0)
    distant = Sandbox(near.customers, faults=[Delay(latency)], keep_requests=0)
    with near, distant:
        for sandbox in (near, distant):
            print(sandbox.url, sandbox.api_key, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
