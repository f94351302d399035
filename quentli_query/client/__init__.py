"""The clients: lists with filters, and the way for everything else through the generated functions."""

from .getting import AsyncGettableList, GettableList
from .lists import AsyncRecordList, RecordList
from .pages import AsyncPage, Page
from .quentli import AsyncQuentli, Quentli
from .raw import RawResponse

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
