"""The clients: lists with filters, and the way for everything else through the generated functions."""

from .clients import AsyncQuentli, Quentli
from .lists.getting import AsyncGettableList, GettableList
from .lists.page import AsyncPage, Page
from .lists.raw import RawResponse
from .lists.resource import AsyncRecordList, RecordList

__all__ = [
    "AsyncGettableList",
    "AsyncPage",
    "AsyncQuentli",
    "AsyncRecordList",
    "GettableList",
    "Page",
    "Quentli",
    "RawResponse",
    "RecordList",
]
