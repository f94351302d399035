"""A client of pyright's language server: messages of the Language Server Protocol over stdio."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any, Self

_START = "import sys; from pyright.langserver import main; sys.exit(main('--stdio'))"


class LanguageServer:
    """A language server for a folder. Use it in a `with` statement."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ids = count(1)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START], cwd=self._root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        folders = [{"uri": self._root.as_uri(), "name": "root"}]
        options: dict[str, Any] = {"rootUri": None, "workspaceFolders": folders, "capabilities": {}}
        self._ask("initialize", {"processId": None, **options})
        self._send(method="initialized", params={})
        return self

    def __exit__(self, *_error: object) -> None:
        self._ask("shutdown", None)
        self._send(method="exit")
        self._process.communicate(timeout=30)

    def complete(self, path: Path, text: str) -> set[str]:
        """Return the completions at the mark `|` of a file with this text, which need not exist."""
        before, _, after = text.partition("|")
        document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": before + after}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        place = {"textDocument": {"uri": document["uri"]}, "position": position}
        found = self._ask("textDocument/completion", place)
        self._send(method="textDocument/didClose", params={"textDocument": {"uri": document["uri"]}})
        return {item["label"] for item in (found or {"items": []})["items"]}

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self._ids)
        self._send(id=number, method=method, params=params)
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                return message.get("result")
            if "id" in message:  # a request of the server's, such as for settings, of which there are none
                items = message.get("params", {}).get("items", [])
                self._send(id=message["id"], result=[None for _ in items] or None)

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _receive(self) -> Any:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._process.stdout.read(length))
