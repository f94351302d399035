"""Serve like the Quentli API on this machine, with made-up customers and what they are billed.

All lists, single records by their ids, and creating and changing customers are served; every other operation
answers 501. Made-up records end in June 2025, or on the day before --now if it is given. Ctrl-C stops the
server.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import time
from collections.abc import Sequence
from datetime import datetime


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM.

    Args:
        arguments: the command line; that of the process if None.

    Raises:
        SystemExit: if the arguments are wrong, the port is in use, or packages are missing.
    """
    parser = _build_parser()
    options = parser.parse_args(arguments)
    # From here on SIGTERM does what Ctrl-C does: either ends the with block in good order.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _serve(options)
    except ModuleNotFoundError as error:
        parser.exit(1, f"{error}\n")
    except (OSError, ValueError) as error:
        parser.error(str(error))


def _serve(options: argparse.Namespace) -> None:
    # Imported here, so that a missing package can be reported.
    from quentli_query.sandbox import Sandbox  # noqa: PLC0415

    # Nobody can read the requests of another process.
    with contextlib.suppress(KeyboardInterrupt), Sandbox(keep_requests=0, **vars(options)) as sandbox:
        sys.stdout.write(f"url  {sandbox.url}\nkey  {sandbox.api_key}\n")
        sys.stdout.flush()
        while True:
            time.sleep(3600)


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quentli_query.sandbox", description=__doc__)
    parser.add_argument("--port", type=_parse_port, default=0, help="TCP port (default: any that is free)")
    parser.add_argument("--customers", type=int, default=250, help="made-up customers (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=7, help="seed of made-up values (default: %(default)s)")
    parser.add_argument("--now", type=_parse_instant, help="time, as in 2026-01-31T12:00:00Z; default: now")
    parser.add_argument("--database", metavar="FILE", help="SQLite file of records; those it has are served")
    return parser


def _parse_instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not an ISO 8601 instant") from error


def _parse_port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a TCP port")
    return int(text)


if __name__ == "__main__":
    main()
