"""Makes the generated client from the OpenAPI document.

The steps: load, validate, rewrite, generate, format, mark as typed, swap in. Run them as
`scripts/regenerate`. Whatever goes wrong, the client that is there stays as it is.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.pipeline import document, generator, trees
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.steps import StepError, step

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "openapi" / "quentli.yaml"
OUTPUT = ROOT / "generated"


def build(spec: Path, workspace: Path) -> Path:
    """Build everything that belongs in the output directory.

    Args:
        spec: The OpenAPI document, in the vendor's shape.
        workspace: An empty directory to build in.

    Returns:
        The finished directory, inside the workspace.

    Raises:
        StepError: A step failed; the message names it.
    """
    with step("load"):
        vendors = document.load(spec)
    with step("validate"):
        document.validate(vendors)
    with step("rewrite"):
        rewritten = rewrite(vendors)
    with step("generate"):
        package = generator.generate(rewritten, workspace)
    with step("format"):
        generator.reformat(package)
    with step("mark as typed"):
        # Without this file type checkers take a package for untyped (PEP 561); the generator writes none.
        (package / "py.typed").touch()
    return package.parent


def regenerate(spec: Path, output: Path) -> int:
    """Replace the output directory by what the document gives; returns the exit status."""
    with trees.workspace(output) as workspace:
        fresh = build(spec, workspace)
        with step("swap in"):
            trees.swap(fresh, output, set_aside=workspace / "previous")
    print(f"{output.name}/ is made anew from {spec.name}.")
    return 0


def check(spec: Path, output: Path) -> int:
    """Name each file of the output directory that is not what the document gives; returns the exit status."""
    with trees.workspace(output) as workspace:
        fresh = build(spec, workspace)
        with step("compare"):
            differences = trees.differences(fresh, output)
    if not differences:
        print(f"{output.name}/ is what {spec.name} gives.")
        return 0
    print(f"{output.name}/ is not what {spec.name} gives. Run scripts/regenerate to mend:", file=sys.stderr)
    for difference in differences:
        print(f"  {output.name}/{difference}", file=sys.stderr)
    return 1


def main(arguments: Sequence[str] | None = None, *, spec: Path = SPEC, output: Path = OUTPUT) -> int:
    """Run the command line.

    Args:
        arguments: What follows the command's name; by default what this process was started with.
        spec: The OpenAPI document to read.
        output: The directory to write or to check. Its whole content belongs to the pipeline.

    Returns:
        The exit status: 0 when done, 1 when a step failed or the check found a difference.
    """
    parser = argparse.ArgumentParser("scripts/regenerate", description="Make generated/ from the document.")
    parser.add_argument("--check", action="store_true", help="only say whether generated/ is up to date")
    run = check if parser.parse_args(arguments).check else regenerate
    try:
        return run(spec, output)
    except StepError as error:
        print(f"{parser.prog}: {error}\n{output.name}/ is as it was.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
