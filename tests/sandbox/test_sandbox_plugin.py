"""The fixture for pytest, in projects of other people and in this one."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest
from support.asking import ask

from quentli_query.sandbox import ErrorStatus

if TYPE_CHECKING:
    from quentli_query.sandbox import Sandbox

pytest_plugins = ["pytester"]


def test_the_fixture_is_a_running_sandbox(quentli_sandbox: Sandbox) -> None:
    assert len(quentli_sandbox.customers) == 250
    assert len(ask(quentli_sandbox).json()) == 20


@pytest.mark.quentli_sandbox(customers=3, faults=[ErrorStatus(503, times=1)])
def test_the_marker_says_which_sandbox(quentli_sandbox: Sandbox) -> None:
    assert ask(quentli_sandbox).status_code == 503
    assert len(ask(quentli_sandbox).json()) == 3


@pytest.mark.quentli_sandbox([{"id": "a"}])
def test_the_marker_takes_records(quentli_sandbox: Sandbox) -> None:
    assert ask(quentli_sandbox).json() == [{"id": "a"}]


@pytest.mark.quentli_sandbox(now=datetime(2033, 3, 3, tzinfo=UTC))
def test_the_marker_says_what_time_it_is(quentli_sandbox: Sandbox) -> None:
    assert max(customer["updatedAt"] for customer in quentli_sandbox.customers)[:7] == "2033-03"


# Other packages' plugins, some of which take seconds to load, are left out; ours comes as it does to everybody.
OTHERS = {plugin.name for plugin in entry_points(group="pytest11")} - {"quentli_sandbox"}
ONLY_OURS = [option for name in sorted(OTHERS) for option in ("-p", f"no:{name}")]


def run(pytester: pytest.Pytester, source: str, *options: str) -> pytest.RunResult:
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *ONLY_OURS, *options, timeout=60)


def test_it_is_there_in_a_project_that_only_has_the_package(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        import httpx, pytest

        seen = []

        @pytest.mark.parametrize("n", [1, 2])
        def test_each_has_its_own(quentli_sandbox, n):
            httpx.get(quentli_sandbox.url)
            seen.append(quentli_sandbox)
            assert len(quentli_sandbox.requests) == 1

        @pytest.mark.quentli_sandbox(customers=4, seed=1)
        class TestMarked:
            def test_with_the_class(self, quentli_sandbox):
                assert len(quentli_sandbox.customers) == 4
                assert quentli_sandbox not in seen

        def test_they_are_stopped():
            for sandbox in seen:
                with pytest.raises(RuntimeError, match="not running"):
                    sandbox.url
        """,
        "--strict-markers",
        "-W",
        "error",
    )
    result.assert_outcomes(passed=4)


def test_the_marker_is_documented(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--markers", *ONLY_OURS, timeout=60)
    result.stdout.fnmatch_lines(["@pytest.mark.quentli_sandbox(customers=250, faults=(), ...): *"])


def test_wrong_arguments_of_the_marker_are_explained(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        import pytest

        @pytest.mark.quentli_sandbox(costumers=3)
        def test_it(quentli_sandbox): pass
        """,
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*unexpected keyword argument 'costumers'*"])


def test_who_does_not_use_it_does_not_pay_for_it(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        import sys

        def test_nothing_is_loaded():
            ours = {name for name in sys.modules if name.startswith("quentli")}
            assert ours == {
                "quentli_query", "quentli_query.sandbox", "quentli_query.sandbox.pytest_plugin"
            }
            assert not {"starlette", "uvicorn", "httpx"} & sys.modules.keys()
        """,
    )
    result.assert_outcomes(passed=1)


@pytest.mark.parametrize("package", ["starlette", "uvicorn"])
def test_without_the_extra_only_the_fixture_fails(pytester: pytest.Pytester, package: str) -> None:
    pytester.makeconftest(f"import sys; sys.modules[{package!r}] = None")
    result = run(
        pytester,
        """
        def test_without(): pass
        def test_with(quentli_sandbox): pass
        """,
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*ModuleNotFoundError: *pip install 'quentli-query[[]sandbox]'*"])


def test_the_names_of_the_package_are_loaded_when_used(monkeypatch: pytest.MonkeyPatch) -> None:
    package = sys.modules["quentli_query.sandbox"]
    assert set(dir(package)) == set(package.__all__) >= {"Sandbox", "Delay"}
    for name in package.__all__:
        assert getattr(package, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'Sandbx'"):
        package.Sandbx  # noqa: B018
