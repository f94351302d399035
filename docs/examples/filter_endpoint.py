"""A web endpoint whose users write filters, such as GET /customers?filter=name[contains]=ana.

uvicorn filter_endpoint:app

Users may filter by a few fields, see a few, and get at most 200 records. Needs QUENTLI_API_KEY, and:
pip install 'quentli-query' fastapi uvicorn
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from quentli_query import AsyncQuentli, InvalidInputError, QuentliError, RateLimitError, parse_filter
from quentli_query.tables import rows

ALLOWED = {"name", "email", "created_at", "no_payments"}
SHOWN = ("id", "name", "email", "created_at")


@asynccontextmanager
async def open_client(app: FastAPI) -> AsyncIterator[None]:
    """Open one client for the life of the application: requests share its connections."""
    async with AsyncQuentli() as app.state.quentli:
        yield


app = FastAPI(lifespan=open_client)


@app.get("/customers")
async def list_customers(request: Request) -> list[dict[str, Any]]:
    # The whole query: a parameter that is no filter is refused, and doesn't ask for everybody.
    wanted = parse_filter(request.url.query, only=ALLOWED)
    page = await request.app.state.quentli.customers.list(wanted, limit=200)
    customers = rows([customer async for customer in page])
    return [{name: customer[name] for name in SHOWN} for customer in customers]


@app.exception_handler(InvalidInputError)
async def tell_what_is_wrong(_request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, status_code=422)


@app.exception_handler(RateLimitError)
async def ask_to_come_back(_request: Request, error: RateLimitError) -> JSONResponse:
    seconds = str(round(error.retry_after or 1))
    return JSONResponse({"error": "too busy"}, status_code=503, headers={"Retry-After": seconds})


@app.exception_handler(QuentliError)
async def hide_details(_request: Request, _error: Exception) -> JSONResponse:
    return JSONResponse({"error": "the billing service did not answer as it should"}, status_code=502)
