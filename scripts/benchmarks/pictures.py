"""Pictures of the results, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeAlias

from scripts.benchmarks import names
from scripts.benchmarks.units import SECONDS

Results: TypeAlias = Mapping[str, Any]
"""The benchmarks in a file of results, by name."""

# A card of its own colors, which follow the reader's system: a page can't give its colors to an image.
_STYLE: Final = """<style>
.card { fill: #fff; stroke: #d0d7de } text { fill: #24292f; font: 15px system-ui, sans-serif }
.head { font-weight: 600 } .small { font-size: 13px } .peer { fill: #8c959f } .ours { fill: #1d4ed8 }
.line { fill: none; stroke-width: 3 } .line.peer { stroke: #c2410c } .line.ours { stroke: #1d4ed8 }
.axis { fill: none; stroke: #8c959f }
@media (prefers-color-scheme: dark) {
.card { fill: #161b22; stroke: #30363d } text { fill: #e6edf3 } .ours { fill: #79a8ff }
.line.peer { stroke: #fb923c } .line.ours { stroke: #79a8ff }
}
</style>"""
WIDTH, MARGIN = 440, 20
ROW, BAR, LONGEST_BAR = 46, 16, 320

LISTING_NOTE: Final = (
    "Each response takes 100 ms. Second chart: three",
    "customers are created and three removed at each",
    "request. Missed: those that were there all along.",
)
OFFSETS_NOTE: Final = ("16 requests at a time. Each skipped record costs", "the server 20 µs.")


def draw_listing(results: Results) -> str:
    """Return the times to list all customers, and the customers lost while others come and go."""
    listing = results[names.LIST_ALL]["contestants"]
    churn = results[names.SCAN_CHURN]["contestants"]
    ahead = listing[names.format_list("sync", 16)]
    ratio = results[names.SCAN_ALL]["contestants"][names.format_read(names.SCAN, 16)]["ratio"]
    seconds = [listing[names.format_list("sync", 0)]["median"], ahead["median"], ahead["median"] * ratio]
    reads = [(names.LIST, 0), (names.LIST, 16), (names.SCAN, 16)]
    lost = [median(churn[names.format_read(*read)]["lost"]) for read in reads]
    parts = [
        *_draw_bars(40, f"Seconds to list {ahead['items']:,} customers", seconds, SECONDS.size, 1),
        *_draw_bars(235, "Customers missed while others come and go", lost, 1, 0),
        *_write_note(415, LISTING_NOTE),
    ]
    return _frame(468, "Seconds to list customers, and customers missed", parts)


def _draw_bars(top: float, title: str, values: Iterable[float], unit: float, digits: int) -> Iterable[str]:
    labels = (
        "one page at a time, as sequential SDKs do",
        "list(), 16 pages ahead",
        "scan(), 16 pages ahead",
    )
    found = [value / unit for value in values]
    yield _write(MARGIN, top, title, "head")
    for place, (label, value) in enumerate(zip(labels, found, strict=True)):
        y = top + 30 + place * ROW
        width = round(max(value / (max(found) or 1) * LONGEST_BAR, 2), 1)
        kind = "ours" if place else "peer"
        yield _write(MARGIN, y, label)
        yield f'<rect class="{kind}" x="{MARGIN}" y="{y + 7}" width="{width}" height="{BAR}" rx="2"/>'
        yield _write(MARGIN + width + 8, y + 20, f"{value:.{digits}f}")


def draw_offsets(results: Results) -> str:
    """Return the times of lists and scans over the number of records."""
    found = results[names.OFFSETS]["contestants"]
    lines = {method: _list_points(found, method) for method in (names.LIST, names.SCAN)}
    most, longest = (max(axis) for axis in zip(*lines[names.LIST], *lines[names.SCAN], strict=True))

    def place(records: float, seconds: float) -> tuple[float, float]:
        return round(50 + records / most * 290, 1), round(260 - seconds / longest * 200, 1)

    parts = [
        _write(MARGIN, 35, "Seconds to read many records", "head"),
        '<path class="axis" d="M50,50 V260 H350"/>',
    ]
    for method, kind in ((names.LIST, "peer"), (names.SCAN, "ours")):
        points = [place(*point) for point in lines[method]]
        (x, y), (_, last) = points[-1], lines[method][-1]
        path = " ".join(f"{left},{top}" for left, top in points)
        parts.append(f'<polyline class="line {kind}" points="{path}"/>')
        parts.append(_write(x + 8, y + 5, f"{method}() {last:.0f} s"))
    for records, _ in lines[names.SCAN][1:]:
        parts.append(_write(place(records, 0)[0], 282, f"{records:,}", "small", "middle"))
    parts += _write_note(312, OFFSETS_NOTE)
    return _frame(344, "Seconds that list() and scan() take to read many records", parts)


def _list_points(found: Mapping[str, Any], method: str) -> list[tuple[int, float]]:
    measured = [each for name, each in found.items() if name.startswith(method)]
    return [(each["items"], each["median"] / SECONDS.size) for each in measured]


def _write(x: float, y: float, text: str, kind: str = "text", anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>'


def _write_note(top: int, lines: Iterable[str]) -> Iterable[str]:
    return [_write(MARGIN, top + 18 * place, line, "small") for place, line in enumerate(lines)]


def _frame(height: int, title: str, parts: Iterable[str]) -> str:
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>\n<title>{title}</title>'
    card = f'<rect class="card" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>'
    return "\n".join([head, _STYLE, card, *parts, "</svg>", ""])


PICTURES: Final[Mapping[str, tuple[Callable[[Results], str], set[str]]]] = {
    "listing.svg": (draw_listing, {names.LIST_ALL, names.SCAN_ALL, names.SCAN_CHURN}),
    "scan.svg": (draw_offsets, {names.OFFSETS}),
}
"""The function that draws each picture, and the benchmarks that it needs."""


def draw_pictures(results: Results, folder: Path) -> None:
    """Write those pictures to a folder for which the results have all benchmarks."""
    for name, (draw, needed) in PICTURES.items():
        if needed <= results.keys():
            (folder / name).write_text(draw(results), encoding="utf-8")
