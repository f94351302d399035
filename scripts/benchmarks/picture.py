"""A picture of the benchmark of offsets, as SVG."""

from __future__ import annotations

from scripts.benchmarks import names
from scripts.benchmarks.measurement import Result
from scripts.benchmarks.units import SECONDS

WIDTH, HEIGHT, MARGIN = 640, 320, 60
COLORS = {names.LIST: "#c2410c", names.SCAN: "#1d4ed8"}


def draw_offsets(result: Result) -> str:
    """Return the times of lists and scans over the number of records."""
    points = {
        method: [
            (timing.contestant.items, timing.median / SECONDS.size)
            for name, timing in result.timings.items()
            if name.startswith(method)
        ]
        for method in COLORS
    }
    most = max(records for line in points.values() for records, _ in line)
    longest = max(seconds for line in points.values() for _, seconds in line)

    def place(records: float, seconds: float) -> tuple[float, float]:
        x = MARGIN + records / most * (WIDTH - 2.5 * MARGIN)
        return round(x, 1), round(HEIGHT - MARGIN - seconds / longest * (HEIGHT - 1.5 * MARGIN), 1)

    texts = [
        _write(WIDTH / 2, HEIGHT - 12, "records read, 16 requests in flight; each skipped record costs 20 µs")
    ]
    texts += [
        _write(place(count, 0)[0], HEIGHT - MARGIN + 20, f"{count:,}") for count, _ in points[names.SCAN]
    ]
    texts.append(_write(MARGIN, 20, "seconds"))
    for method, line in points.items():
        path = " ".join(f"{x},{y}" for x, y in (place(*point) for point in line))
        texts.append(f'<polyline points="{path}" fill="none" stroke="{COLORS[method]}" stroke-width="3"/>')
        x, y = place(*line[-1])
        label = f"{method}() {line[-1][1]:.0f} s"
        texts.append(_write(x + 8, y + 4, label, f'text-anchor="start" fill="{COLORS[method]}"'))
    left, bottom = place(0, 0)
    texts.append(f'<path d="M{left},30 V{bottom} H{WIDTH - MARGIN}" fill="none" stroke="#666"/>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
    return "\n".join(
        [
            f'{head} font-size="13">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            *texts,
            "</svg>",
            "",
        ]
    )


def _write(x: float, y: float, text: str, style: str = 'text-anchor="middle" fill="#333"') -> str:
    return f'<text x="{x}" y="{y}" {style}>{text}</text>'
