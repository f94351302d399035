"""An editor's completion offers resources, methods, arguments, keys of dicts and values of enums."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.language_server import LanguageServer

ROOT = Path(__file__).parents[2]
FILE = ROOT / "tests" / "typing" / "unsaved.py"
HEAD = "from quentli_query import Quentli\n\nquentli = Quentli()\n"
INVOICE = 'quentli.invoices.create(customer_id="cus_1", '

CASES = [
    ("quentli.|", {"customers", "refunds", "payment_sessions", "with_options"}),
    ("quentli.customers.|", {"create", "update", "create_tax_profile", "list", "get", "scan"}),
    ("quentli.customers.create(|)", {"name=", "email=", "metadata="}),
    (f"{INVOICE}items=[{{'|'}}])", {"concept_id", "quantity"}),
    (f"{INVOICE}items=[{{'concept': {{'|'}}}}])", {"display_name", "currency"}),
    (f"{INVOICE}collection_method='|')", {"AUTOMATIC", "SEND_REMINDER"}),
    ("quentli.payments.send_receipt('pay_1', channels=['|'])", {"EMAIL", "WHATSAPP"}),
    ("quentli.customer_portal_session.create(destination='|')", {"home", "preferences"}),
]


@pytest.mark.slow
def test_completion_offers_what_there_is() -> None:
    with LanguageServer(ROOT) as server:
        for code, expected in CASES:
            offered = {label.strip("'\"") for label in server.complete(FILE, HEAD + code)}
            assert offered >= expected, (code, offered)
