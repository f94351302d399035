"""Makes the generated client from the OpenAPI document, and brings in new versions of the document.

The steps: load, validate, rewrite, generate, format, mark as typed, swap in. Run them as
`scripts/regenerate`. Whatever goes wrong, the client and the document that are there stay as they are.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

from scripts.pipeline import document, generator, naming, reading, replacing, report, sources, trees
from scripts.pipeline.deadline import deadline
from scripts.pipeline.document import Document
from scripts.pipeline.resources import writer
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.shapes import Reader
from scripts.pipeline.steps import StepError, step

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "openapi" / "quentli.yaml"
OVERLAY = ROOT / "openapi" / "overlay.yaml"
OUTPUT = ROOT / "generated"

COMPARISON_TIME = 30.0
"""Seconds; the present document takes less than one."""
GENERATION_TIME = 300.0
"""Seconds; the present document takes about three."""

DESCRIPTION = """\
Makes generated/ anew from openapi/quentli.yaml.

With --spec a new version of the document takes the place of openapi/quentli.yaml, and generated/ is made
from it: both or neither. What changes for users is printed first, breaking changes marked with '!', each
with the names that it has in Python; then where the vocabularies of quentli_query do not fit it; then you
are asked.
"""
EPILOG = """\
The new document is YAML or JSON, OpenAPI 3.0 or 3.1, at most {limit:g} MiB, without references to other
documents. It is kept byte for byte; one in JSON stays JSON, which is YAML as well. An address is asked once,
over https (http on this machine only), without credentials; redirects are not followed.

exit status:
  0  done; or there is nothing to do; or, with --check, generated/ is up to date; or, with --dry-run, the
     document could be brought in
  1  a step failed, or the answer was no, or there is nobody to ask: all is as it was; or, with --check,
     generated/ is not what the document gives
  2  the command was misspelled
"""


@frozen
class Incoming:
    """A new document: its bytes as they came, and what they say."""

    content: bytes
    vendors: Document


def read(spec: Path) -> Document:
    """The document in a file, in the vendor's shape.

    Raises:
        StepError: It cannot be read or is not valid; the message names the step.
    """
    with step("load"):
        vendors = document.load(spec)
    with step("validate"):
        document.validate(vendors)
    return vendors


def receive(source: str) -> Incoming:
    """A document from a path or an address.

    Raises:
        StepError: It cannot be read, is not valid, or describes nothing to call; the message names the step.
    """
    with step("load"):
        content = sources.fetch(source)
        vendors = document.parse(content, source.rpartition("/")[2] or source)
    with step("validate"):
        document.validate(vendors)
        document.require_operations(vendors)
        naming.refuse_doubles(operation.python for operation in Reader(vendors).operations())
    return Incoming(content, vendors)


def build(vendors: Document, workspace: Path, *, strict: bool = True) -> Path:
    """Build everything that belongs in the output directory.

    Args:
        vendors: The OpenAPI document, in the vendor's shape.
        workspace: An empty directory to build in.
        strict: whether a fact of the overlay that doesn't fit the document is an error; otherwise it
            is printed.

    Returns:
        The finished directory, inside the workspace.

    Raises:
        StepError: A step failed; the message names it.
    """
    with step("rewrite"):
        rewritten = rewrite(vendors)
    with step("generate"), deadline(GENERATION_TIME, "generating"):
        package = generator.generate(rewritten, workspace)
    with step("write resources"):
        announce_stale(writer.write_resources(rewritten, package.parent, OVERLAY), strict=strict)
    with step("format"):
        generator.reformat(package.parent)
    with step("mark as typed"):
        # Without this file type checkers take a package for untyped (PEP 561); the generator writes none.
        (package / "py.typed").touch()
    return package.parent


def announce_stale(stale: Sequence[str], *, strict: bool) -> None:
    """Print the facts of the overlay that don't fit the document.

    Raises:
        StepError: if there are any, and `strict` is set.
    """
    if stale and strict:
        raise StepError("\n".join(stale))
    if stale:
        print("To be decided; these facts are left out:", *(f"  ? {each}" for each in stale), sep="\n")


def regenerate(spec: Path, output: Path) -> int:
    """Replace the output directory by what the document gives; returns the exit status."""
    with trees.workspace(output) as workspace:
        fresh = build(read(spec), workspace)
        with step("swap in"):
            trees.swap(fresh, output, set_aside=workspace / "previous")
    print(f"{output.name}/ is made anew from {spec.name}.")
    return 0


def check(spec: Path, output: Path) -> int:
    """Name each file of the output directory that is not what the document gives; returns the exit status."""
    with trees.workspace(output) as workspace:
        fresh = build(read(spec), workspace)
        with step("compare"):
            differences = trees.differences(fresh, output)
    if not differences:
        print(f"{output.name}/ is what {spec.name} gives.")
        return 0
    print(f"{output.name}/ is not what {spec.name} gives. Run scripts/regenerate to mend:", file=sys.stderr)
    for difference in differences:
        print(f"  {output.name}/{difference}", file=sys.stderr)
    return 1


def preview(source: str, spec: Path, output: Path) -> int:
    """Print what a new document would change, and make sure that a client can be made of it."""
    incoming = receive(source)
    announce(incoming, spec)
    # Not beside the output, where even a directory for the moment would be something touched.
    with tempfile.TemporaryDirectory() as workspace:
        build(incoming.vendors, Path(workspace), strict=False)
    print(f"Nothing is replaced; {spec.name} and {output.name}/ could be.")
    return 0


def bring_in(source: str, spec: Path, output: Path, *, may_replace: Callable[[str], bool]) -> int:
    """Replace the document by a new one, and the output directory by what that gives.

    Args:
        source: The path or the address of the new document.
        spec: The present document.
        output: The output directory.
        may_replace: Whether to go on, asked with a question once the changes are printed.

    Returns:
        The exit status.
    """
    incoming = receive(source)
    announce(incoming, spec)
    if incoming.content == spec.read_bytes():
        print(f"{spec.name} is that document already; nothing is replaced.")
        return 0
    if not may_replace(f"Replace {spec.name} and {output.name}/?"):
        print("Nothing is replaced.")
        return 1
    with trees.workspace(output) as workspace:
        fresh = build(incoming.vendors, workspace, strict=False)
        with step("replace"):
            replacing.replace(incoming.content, spec, fresh, output, set_aside=workspace / "previous")
    print(f"{spec.name} is replaced, and {output.name}/ is made anew from it.")
    return 0


def announce(incoming: Incoming, spec: Path) -> None:
    """Print what a new document changes for users.

    Raises:
        StepError: The present document cannot be read, or the two cannot be compared.
    """
    with step("load the present document"):
        present = document.load(spec)
        document.validate(present)
    with step("compare"), deadline(COMPARISON_TIME, "comparing"):
        rewritten = (rewrite(present), rewrite(incoming.vendors))
        found = report.findings(present, incoming.vendors, rewritten)
    print(report.render(found), flush=True)


def ask(question: str) -> bool:
    """Ask whoever sits at the terminal.

    Raises:
        StepError: Nobody does.
    """
    if not sys.stdin.isatty():
        raise StepError("there is no terminal to ask on; give --yes to replace, or --dry-run to look only")
    try:
        return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        print()
        return False


def main(arguments: Sequence[str] | None = None, *, spec: Path = SPEC, output: Path = OUTPUT) -> int:
    """Run the command line.

    Args:
        arguments: What follows the command's name; by default what this process was started with.
        spec: The OpenAPI document to read, or to replace.
        output: The directory to write or to check. Its whole content belongs to the pipeline.

    Returns:
        The exit status: 0 when done, 1 when a step failed, the check found a difference or the answer was no.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.spec is None and (options.yes or options.dry_run):
        parser.error("--yes and --dry-run belong to --spec")
    kept = f"{output.name}/ is" if options.spec is None else f"{spec.name} and {output.name}/ are"
    try:
        return _run(options, spec, output)
    except StepError as error:
        print(
            f"{parser.prog}: {error}\n{kept} as {'it was' if options.spec is None else 'they were'}.",
            file=sys.stderr,
        )
        return 1
    except BrokenPipeError:
        # Whoever read the report has seen enough; Python would complain of it once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print(f"\n{parser.prog}: interrupted; {kept} unchanged.", file=sys.stderr)
        return 1


def _run(options: argparse.Namespace, spec: Path, output: Path) -> int:
    if options.check:
        return check(spec, output)
    if options.spec is None:
        return regenerate(spec, output)
    if options.dry_run:
        return preview(options.spec, spec, output)
    return bring_in(options.spec, spec, output, may_replace=(lambda _: True) if options.yes else ask)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "scripts/regenerate",
        description=DESCRIPTION,
        epilog=EPILOG.format(limit=reading.MAX_BYTES / 2**20),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="only say whether generated/ is up to date")
    what.add_argument("--spec", metavar="FILE_OR_URL", help="bring in a new version of the document")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--yes", action="store_true", help="with --spec: replace without asking")
    how.add_argument("--dry-run", action="store_true", help="with --spec: only print what would change")
    return parser


if __name__ == "__main__":
    sys.exit(main())
