"""Write the customers who were created in a month to a CSV and a Parquet file.

python export_customers.py            # last month, Mexico City time
python export_customers.py 2025-01

Needs QUENTLI_API_KEY and the extra: pip install 'quentli-query[arrow]'
"""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from pyarrow import parquet
from quentli_client.models import Customer

from quentli_query import Q, Quentli
from quentli_query.tables import arrow, columns, rows

ZONE = ZoneInfo("America/Mexico_City")


def find_month(text: str | None) -> datetime:
    """Return the beginning of a month; of last month without a text."""
    if text is not None:
        return datetime.strptime(text, "%Y-%m").replace(tzinfo=ZONE)
    this_month = datetime.now(ZONE).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return this_month - relativedelta(months=1)


def main() -> None:
    month = find_month(sys.argv[1] if len(sys.argv) > 1 else None)
    created_then = Q.created_at.between(month, month + relativedelta(months=1))
    with Quentli() as quentli:
        customers = list(quentli.customers.scan(created_then, progress=True))

    path = Path(f"customers-{month:%Y-%m}")
    with path.with_suffix(".csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, columns(Customer, flat=True))
        writer.writeheader()
        writer.writerows(rows(customers, Customer, flat=True))
    parquet.write_table(arrow(customers, Customer), path.with_suffix(".parquet"))
    print(f"{len(customers)} customers in {path}.csv and {path}.parquet")


if __name__ == "__main__":
    main()
