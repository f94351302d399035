"""The client: lists with filters, and the way for everything else through the generated functions."""

from .lists import RecordList
from .pages import Page
from .quentli import Quentli

__all__ = ["Page", "Quentli", "RecordList"]
