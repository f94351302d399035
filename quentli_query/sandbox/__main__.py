"""Serves the sandbox until it is stopped: ``python -m quentli_query.sandbox --port 8080``."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quentli_query.sandbox import Sandbox

_DESCRIPTION = (
    "A local stand-in for the Quentli API, with made-up customers and what was billed to them. It serves all "
    "lists, single records by their ids, and creating and changing customers; every other operation answers "
    "501. Ctrl-C stops it."
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM.

    Args:
        arguments: The command line; that of the process when left out.

    Raises:
        SystemExit: The arguments are wrong, the port is in use, or packages that this needs are missing.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    # From here on SIGTERM is what Ctrl-C is, so that either one ends the with block in good order.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        # Here, so that who lacks the packages is told which.
        from quentli_query.sandbox import Sandbox  # noqa: PLC0415

        with contextlib.suppress(KeyboardInterrupt):
            # Nobody asks a process of its own what it was asked.
            _serve(
                Sandbox(
                    options.customers,
                    seed=options.seed,
                    port=options.port,
                    keep_requests=0,
                    now=options.now,
                )
            )
    except ModuleNotFoundError as error:
        parser.exit(1, f"{error}\n")
    except (OSError, ValueError) as error:
        parser.error(str(error))


def _serve(sandbox: Sandbox) -> None:
    with sandbox:
        sys.stdout.write(f"url  {sandbox.url}\nkey  {sandbox.api_key}\n")
        sys.stdout.flush()
        while True:
            time.sleep(3600)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quentli_query.sandbox",
        description=_DESCRIPTION,
    )
    parser.add_argument("--port", type=_port, default=0, help="the TCP port; any free one when left out")
    parser.add_argument(
        "--customers", type=int, default=250, help="how many customers (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=7, help="which customers (default: %(default)s)")
    parser.add_argument(
        "--now",
        type=_instant,
        help="what time it is, as in 2026-01-31T12:00:00Z, with made-up records up to the day before; when "
        "left out, the present, with records up to June 2025",
    )
    return parser


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not an ISO 8601 instant") from error


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a TCP port")
    return int(text)


if __name__ == "__main__":
    main()
