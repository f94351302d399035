"""Load payments with dlt into DuckDB, and in each run only those that changed since the run before.

python load_with_dlt.py     # into quentli.duckdb

Needs QUENTLI_API_KEY, and: pip install 'quentli-query[arrow]' 'dlt[duckdb]'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

import dlt
from quentli_client.models import PaymentWithItems

from quentli_query import PaymentQ, Quentli
from quentli_query.tables import arrow


@dlt.resource(name="payments", primary_key="id", write_disposition="merge")
def changed_payments() -> Iterator[Any]:
    """Give what changed since the last run. dlt stores the state together with the rows."""
    state = dlt.current.resource_state()
    with Quentli() as quentli:
        changed = quentli.payments.scan(
            order_by=PaymentQ.updated_at.asc(), after=state.get("cursor"), lag=timedelta(minutes=5)
        )
        while batch := list(islice(changed, 1_000)):
            yield arrow(batch, PaymentWithItems)
            state["cursor"] = changed.cursor


def main() -> None:
    pipeline = dlt.pipeline("quentli", destination="duckdb", dataset_name="billing")
    pipeline.run(changed_payments())
    with pipeline.sql_client() as database:
        ((number,),) = database.execute_sql("select count(*) from payments") or [(0,)]
    print(number, "payments in quentli.duckdb")


if __name__ == "__main__":
    main()
