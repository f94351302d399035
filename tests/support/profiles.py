"""Hypothesis profiles: the number of random examples that a property is checked with.

`thorough` is for a run by hand: `pytest --hypothesis-profile=thorough FILE`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

CI_EXAMPLES = 300

# The time of one example says nothing on a machine that is busy with other work.
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=CI_EXAMPLES, print_blob=True)
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=20_000)
# The option --hypothesis-profile overrides this.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def at_most(examples: int) -> settings:
    """Limit the examples of an expensive property in CI; other profiles take as large a part of theirs."""
    of_profile = settings().max_examples
    return settings(max_examples=max(1, examples * of_profile // CI_EXAMPLES))
