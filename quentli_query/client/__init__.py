"""The clients: lists with filters, and the way for everything else through the generated functions."""

from .lists import AsyncRecordList, RecordList
from .pages import AsyncPage, Page
from .quentli import AsyncQuentli, Quentli
from .raw import RawResponse

__all__ = ["AsyncPage", "AsyncQuentli", "AsyncRecordList", "Page", "Quentli", "RawResponse", "RecordList"]
