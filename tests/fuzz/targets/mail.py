"""Mail and mailboxes: headers, parts, transfer encodings, files attached."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

PARTS = (
    "Subject: =?utf-8?q?Harbour_=E2=80=9Cshut?=\nFrom: a@b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n"
    "Content-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n\n<p>Nothing=20sailed</p>\n"
    "--x--\n"
)
SEEDS = [WHOLE["box.mbox"], WHOLE["story.eml"], PARTS]
RUNS = 120


def attempt(data: bytes) -> None:
    """Read it as one mail and as a box of them."""
    read_as("story.eml", data)
    read_as("box.mbox", data)
