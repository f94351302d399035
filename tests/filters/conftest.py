import json
from pathlib import Path
from typing import Any

import pytest

CUSTOMERS = Path(__file__).parents[1] / "pipeline" / "data" / "customers.json"


@pytest.fixture(scope="session")
def example_customer() -> dict[str, Any]:
    """The customer in the example answer of the vendor's reference."""
    (customer,) = json.loads(CUSTOMERS.read_text(encoding="utf-8"))
    assert isinstance(customer, dict)
    return customer
