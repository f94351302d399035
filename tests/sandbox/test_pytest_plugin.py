"""The pytest fixture, here and in a project that only has the package."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import entry_points

import pytest
from support.asking import ask, ids

from quentli_query.sandbox import ErrorStatus, Sandbox

pytest_plugins = ["pytester"]

MARCH = datetime(2033, 3, 3, tzinfo=UTC)


def test_fixture_is_a_running_sandbox(quentli_sandbox: Sandbox, pytestconfig: pytest.Config) -> None:
    assert len(quentli_sandbox.customers) == 250
    assert len(ask(quentli_sandbox).json()) == 20
    documented = "quentli_sandbox(customers=250, faults=(), ...): "
    assert any(marker.startswith(documented) for marker in pytestconfig.getini("markers"))


@pytest.mark.quentli_sandbox([{"id": "a"}], now=MARCH, faults=[ErrorStatus(503, times=1)])
def test_marker_configures_the_sandbox(quentli_sandbox: Sandbox) -> None:
    assert ask(quentli_sandbox).status_code == 503
    assert ids(ask(quentli_sandbox)) == ["a"]
    assert quentli_sandbox.add()["createdAt"].startswith("2033-03-03T00:0")


# Other packages' plugins, some of which take seconds to load, are left out. Ours is loaded as for everybody.
OTHERS = {plugin.name for plugin in entry_points(group="pytest11")} - {"quentli_sandbox"}
ONLY_OURS = [option for name in sorted(OTHERS) for option in ("-p", f"no:{name}")]


def run(pytester: pytest.Pytester, source: str, *options: str) -> pytest.RunResult:
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *ONLY_OURS, *options, timeout=60)


def test_project_that_only_has_the_package(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
        import httpx, pytest

        seen = []

        @pytest.mark.parametrize("n", [1, 2])
        def test_each_has_its_own(quentli_sandbox, n):
            httpx.get(quentli_sandbox.url, verify=False)
            seen.append(quentli_sandbox)
            assert len(quentli_sandbox.requests) == 1

        @pytest.mark.quentli_sandbox(customers=4, seed=1)
        class TestMarked:
            def test_with_the_class(self, quentli_sandbox):
                assert len(quentli_sandbox.customers) == 4
                assert quentli_sandbox not in seen

        @pytest.mark.quentli_sandbox(costumers=3)
        def test_misspelled(quentli_sandbox): pass

        def test_they_are_stopped():
            for sandbox in seen:
                with pytest.raises(RuntimeError, match="not running"):
                    sandbox.url
        """,
        *("--strict-markers", "-W", "error"),
    )
    result.assert_outcomes(passed=4, errors=1)
    result.stdout.fnmatch_lines(["*unexpected keyword argument 'costumers'*"])


def test_nothing_is_loaded_before_use_and_only_the_fixture_needs_the_extra(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys; sys.modules['starlette'] = None")
    result = run(
        pytester,
        """
        import sys

        def test_nothing_is_loaded():
            ours = {name for name in sys.modules if name.startswith("quentli_query")}
            assert ours == {f"quentli_query{end}" for end in ("", ".sandbox", ".sandbox.pytest_plugin")}
            assert not {"uvicorn", "httpx"} & sys.modules.keys()

        def test_with(quentli_sandbox): pass
        """,
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*ModuleNotFoundError: *pip install 'quentli-query[[]sandbox]'*"])
