"""Looks up what is installed in the advisories of the Python Packaging Authority: `make audit-dependencies`.

pip-audit asks the package index, and takes a package that it cannot look up for one without weaknesses. Here what was
not looked up is said. Where that is everything (no network, a mirror without advisories), the exit code is 0, because
it says nothing of the program, and the line says that nothing was audited.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

OPTIONS = ("--local", "--skip-editable", "--progress-spinner=off", "--format=json")
LISTED = 10


def told(answer: dict[str, Any]) -> tuple[list[str], bool]:
    """Lines for people of pip-audit's answer, and whether a package has a known weakness."""
    packages = answer["dependencies"]
    skipped = sorted(each["name"] for each in packages if "skip_reason" in each)
    looked_up = len(packages) - len(skipped)
    weak = [
        f"{each['name']} {each['version']}: {one['id']}, mended in {', '.join(one['fix_versions']) or 'no release'}"
        for each in packages
        for one in each.get("vulns", ())
    ]
    if not looked_up:
        return [
            "NOT AUDITED: no package could be looked up in the advisories of the package index; run it where it can"
        ], False
    lines = [*weak, f"{looked_up} packages looked up, {len(weak)} known weaknesses"]
    if skipped:
        more = f" and {len(skipped) - LISTED} more" if len(skipped) > LISTED else ""
        lines.append(f"NOT AUDITED: {', '.join(skipped[:LISTED])}{more}")
    return lines, bool(weak)


def main() -> int:
    """Audit; 1 where an installed package has a known weakness."""
    command = [sys.executable, "-m", "pip_audit", *OPTIONS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        lines, weak = told(json.loads(done.stdout))
    except (ValueError, KeyError):
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        lines, weak = [f"NOT AUDITED: the advisories of the index cannot be asked from here ({last[:200]})"], False
        if "No module named" in last:
            print(last)
            return 1
    print(*lines, sep="\n")
    return int(weak)


if __name__ == "__main__":
    sys.exit(main())
