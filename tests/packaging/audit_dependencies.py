"""Looks up what is installed in the advisories of the Python Packaging Authority: `make audit-dependencies`.

pip-audit asks pypi.org for them. Where that cannot be reached nothing is known, and just that is said: the exit code
is 0, because a test that needs the network says nothing of the program, and the line says that nothing was audited.
"""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request

ADVISORIES = "https://pypi.org/pypi/pip/json"  # the same address by which pip-audit asks for each package
SECONDS = 10


def is_reachable(address: str = ADVISORIES) -> bool:
    """Whether the advisories can be asked for from here."""
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            return bool(answer.status == 200 and b"vulnerabilities" in answer.read())
    except (OSError, urllib.error.URLError, ValueError):
        return False


def main() -> int:
    """Audit; 1 where an installed package has a known weakness."""
    if not is_reachable():
        print(f"NOT AUDITED: the advisories ({ADVISORIES}) cannot be reached from here; run it where they can")
        return 0
    options = ("--local", "--skip-editable", "--progress-spinner=off")
    return subprocess.call([sys.executable, "-m", "pip_audit", *options])


if __name__ == "__main__":
    sys.exit(main())
