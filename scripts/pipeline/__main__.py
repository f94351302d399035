"""The maker of generated/, from openapi/quentli.yaml.

With --spec a new version of the document replaces openapi/quentli.yaml, and generated/ is made from it: both
or neither. The changes for users are printed first, breaking ones marked with '!', each with its names in
Python; then what the client assumes and the document no longer says; then you are asked. The steps are: load,
validate, rewrite, generate, write resources, format, mark as typed, verify, swap in.

The new document is YAML or JSON, OpenAPI 3.0 or 3.1, at most 8 MiB, without references to other documents. It
is kept byte for byte; one in JSON stays JSON, which is YAML as well. An address is requested once, over https
(http on this machine only), without credentials; redirects are not followed.

exit status:
  0  done; or there is nothing to do; or, with --check, generated/ is up to date; or, with --dry-run, the
     document could be brought in
  1  a step failed, or the answer was no, or there is nobody to ask: nothing is replaced; or, with --check,
     generated/ is not up to date
  2  the command was misspelled
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copymode

from scripts.pipeline import document, generator, report, sources, verification
from scripts.pipeline.errors import StepError, step
from scripts.pipeline.resources import writer
from scripts.pipeline.resources.overlay import Facts, read_facts
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.swap import find_differences, lend_workspace, swap
from scripts.pipeline.visitor import Document

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "openapi" / "quentli.yaml"
OUTPUT = ROOT / "generated"


def read(source: str, facts: Facts) -> tuple[bytes, Document, Document]:
    """Load, validate and rewrite a document from a path or an address.

    Args:
        source: The path or the address.
        facts: The facts that the document does not state.

    Returns:
        Its bytes, the document in them, and the document rewritten.

    Raises:
        StepError: It cannot be read or is not valid; the message names the step.
    """
    with step("load"):
        content = sources.fetch(source)
        vendors = document.parse(content, source.rpartition("/")[2] or source)
    with step("validate"):
        document.validate(vendors)
    with step("rewrite"):
        names = {name: fact.get("name", name) for name, fact in facts.get("classes", {}).items()}
        return content, vendors, rewrite(vendors, names)


def build(rewritten: Document, workspace: Path, facts: Facts, *, strict: bool = True) -> Path:
    """Build everything that belongs in the output directory.

    Args:
        rewritten: The OpenAPI document, rewritten.
        workspace: An empty directory to build in.
        facts: The facts that the document does not state.
        strict: Whether a fact that does not fit the document is an error. Otherwise it is left out.

    Returns:
        The finished directory, inside the workspace.

    Raises:
        StepError: A step failed; the message names it.
    """
    with step("generate"):
        package = generator.generate(rewritten, workspace)
    with step("write resources"):
        stale = writer.write_resources(rewritten, package.parent, facts)
        if stale and strict:
            raise StepError("\n".join(stale))
    with step("format"):
        generator.reformat(package.parent)
    with step("mark as typed"):
        # Without this file type checkers take a package for untyped (PEP 561).
        for each in package.parent.iterdir():
            (each / "py.typed").touch()
    return package.parent


def regenerate(spec: Path, output: Path, facts: Facts, *, check: bool) -> int:
    """Replace the output directory by what the document gives, or compare only; return the exit status."""
    with lend_workspace(output) as workspace:
        _, _, rewritten = read(str(spec), facts)
        fresh = build(rewritten, workspace, facts)
        if check:
            return compare(fresh, output, spec.name)
        with step("verify"):
            verification.verify(rewritten, fresh)
        with step("swap in"), swap(fresh, output):
            pass
    print(f"{output.name}/ is made anew from {spec.name}.")
    return 0


def compare(fresh: Path, output: Path, spec: str) -> int:
    """Print each file of the output directory that differs from a fresh one; return the status."""
    with step("compare"):
        differences = find_differences(fresh, output)
    if not differences:
        print(f"{output.name}/ is what {spec} gives.")
        return 0
    print(f"{output.name}/ is not what {spec} gives. Run scripts/regenerate to mend:", file=sys.stderr)
    print(*(f"  {output.name}/{difference}" for difference in differences), sep="\n", file=sys.stderr)
    return 1


def bring_in(source: str, spec: Path, output: Path, facts: Facts, agree: Callable[[str], bool] | None) -> int:
    """Replace the document by a new one, and the output directory by what that gives.

    Args:
        source: The path or the address of the new document.
        spec: The present document.
        output: The output directory.
        facts: The facts that the documents do not state.
        agree: The function that is asked once the changes are printed; None to build only.

    Returns:
        The exit status.
    """
    content, vendors, rewritten = read(source, facts)
    with step("load the present document"):
        known, present, before = read(str(spec), facts)
    with step("compare"):
        found = report.findings(present, vendors, (before, rewritten), facts)
    print(report.render(found), flush=True)
    if agree and content == known:
        print(f"{spec.name} is that document already; nothing is replaced.")
        return 0
    if agree and not agree(f"Replace {spec.name} and {output.name}/?"):
        print("Nothing is replaced.")
        return 1
    with lend_workspace(output) as workspace:
        fresh = build(rewritten, workspace, facts, strict=False)
        with step("verify"):
            verification.verify(rewritten, fresh)
            verification.check_types(fresh)
        if not agree:
            print(f"Nothing is replaced; {spec.name} and {output.name}/ could be.")
            return 0
        with step("replace"), swap(fresh, output):
            target, written = spec.resolve(), workspace / "document"
            written.write_bytes(content)
            copymode(target, written)
            written.replace(target)
    print(f"{spec.name} is replaced, and {output.name}/ is made anew from it.")
    return 0


def ask(question: str) -> bool:
    """Ask at the terminal.

    Raises:
        StepError: There is no terminal.
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
        arguments: The arguments, by default those of this process.
        spec: The OpenAPI document to read, or to replace.
        output: The directory to write or to check. Its whole content belongs to the pipeline.

    Returns:
        The exit status: 0 when done, 1 when a step failed, the check found a difference or the answer was no.
    """
    parser = _create_parser()
    options = parser.parse_args(arguments)
    if options.spec is None and (options.yes or options.dry_run):
        parser.error("--yes and --dry-run belong to --spec")
    beside = spec.with_name("overlay.yaml")
    given = options.overlay or (beside if beside.exists() else "none")
    overlay = None if given == "none" else Path(given)
    kept = f"{output.name}/ is" if options.spec is None else f"{spec.name} and {output.name}/ are"
    try:
        with step("read the overlay"):
            facts = read_facts(overlay)
        if options.spec is None:
            return regenerate(spec, output, facts, check=options.check)
        agree = None if options.dry_run else (lambda _: True) if options.yes else ask
        return bring_in(options.spec, spec, output, facts, agree)
    except StepError as error:
        print(f"{parser.prog}: {error}\n{kept} unchanged.", file=sys.stderr)
    except BrokenPipeError:
        # The reader has left; Python would report that once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print(f"\n{parser.prog}: interrupted; {kept} unchanged.", file=sys.stderr)
    return 1


def _create_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "scripts/regenerate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    modes, answers = parser.add_mutually_exclusive_group(), parser.add_mutually_exclusive_group()
    modes.add_argument("--check", action="store_true", help="only say whether generated/ is up to date")
    modes.add_argument("--spec", metavar="FILE_OR_URL", help="bring in a new version of the document")
    words = "facts that the document does not state; default: overlay.yaml beside the document; none: none"
    parser.add_argument("--overlay", metavar="FILE", help=words)
    answers.add_argument("--yes", action="store_true", help="with --spec: replace without asking")
    answers.add_argument("--dry-run", action="store_true", help="with --spec: only print what would change")
    return parser


if __name__ == "__main__":
    sys.exit(main())
