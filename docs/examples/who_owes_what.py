"""Show which customers owe how much: unpaid invoices by customer, in a polars table.

Needs QUENTLI_API_KEY, and: pip install 'quentli-query[arrow]' polars
"""

from __future__ import annotations

import polars as pl

from quentli_query import InvoiceQ, Quentli


def main() -> None:
    with Quentli() as quentli:
        invoices = pl.DataFrame(quentli.invoices.scan(InvoiceQ.is_paid.is_false()))
        customers = pl.DataFrame(quentli.customers.scan())

    # Amounts are whole minor units, so sums are exact; divided by 100 only to be read.
    debts = (
        invoices.filter(pl.col("canceled_at").is_null())
        .group_by("customer_id", "currency")
        .agg(
            invoices=pl.len(),
            owed=(pl.col("total_amount") - pl.col("amount_paid")).sum() / 100,
            oldest=pl.col("due_date").min(),
        )
        .join(customers.select("id", "name", "email"), left_on="customer_id", right_on="id", how="left")
        .select("name", "email", "invoices", "owed", "currency", "oldest")
        .sort("owed", descending=True)
    )
    with pl.Config(tbl_rows=20, tbl_hide_dataframe_shape=True):
        print(debts)


if __name__ == "__main__":
    main()
