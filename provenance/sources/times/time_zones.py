"""Names of time zones in datelines and time stamps, with the offsets from Greenwich that each allows."""

from __future__ import annotations

from datetime import datetime

# Hours east of Greenwich. A pair is for a name with two offsets; "ET" and similar names depend on the season.
ZONES: dict[str, tuple[float, float]] = {
    name: (low, high)
    for low, high, names in (
        (0, 0, "Z UTC GMT WET"),
        (1, 1, "BST CET WEST"),
        (2, 2, "CEST EET SAST"),
        (3, 3, "EEST MSK EAT"),
        (8, 8, "HKT SGT AWST"),
        (9, 9, "JST KST"),
        (10, 10, "AEST"),
        (11, 11, "AEDT"),
        (1, 5.5, "IST"),
        (-3, -3, "BRT"),
        (-4, -4, "EDT AST"),
        (-5, -5, "EST CDT"),
        (-6, -6, "CST MDT"),
        (-7, -7, "MST PDT"),
        (-8, -8, "PST AKDT"),
        (-10, -10, "HST"),
        (-5, -4, "ET"),
        (-6, -5, "CT"),
        (-7, -6, "MT"),
        (-8, -7, "PT"),
    )
    for name in names.split()
}
SEASONAL = {"ET", "CT", "MT", "PT"}
AMERICAN = SEASONAL | {"EDT", "EST", "CDT", "CST", "MDT", "MST", "PDT", "PST", "AKDT", "HST"}


def offsets(zone: str | None, moment: datetime) -> tuple[float, float]:
    """The least and the greatest distance from Greenwich, in hours, that a zone name allows."""
    if zone is None:
        return 0.0, 0.0
    name = zone.upper()
    if name in ZONES:
        low, high = ZONES[name]
        if name in SEASONAL:  # clocks change in March or April and in October or November
            low, high = (
                (high, high) if 5 <= moment.month <= 9 else (low, low) if moment.month in (12, 1, 2) else (low, high)
            )
        return low, high
    signed = name.removeprefix("GMT").removeprefix("UTC").replace(":", "")
    sign = -1 if signed[0] == "-" else 1
    digits = signed[1:]
    hours = sign * (int(digits) if len(digits) <= 2 else int(digits[:-2]) + int(digits[-2:]) / 60)
    return hours, hours
