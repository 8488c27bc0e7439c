"""Mail: the newest words, attachments by their own readers, mailboxes one message at a time."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources.documents.mail_messages import newest
from tests.sources.documents.samples import mail, page
from tests.sources.exports.samples import TEXT, docx

ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]
STORY = "\n\n".join(TEXT)
PLAIN = 'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
ATTACHED = "Content-Disposition: attachment; filename={}\nContent-Transfer-Encoding: base64\n\n{}"


def with_parts(*parts: str) -> str:
    inner = "".join(f"--b\n{part}\n" for part in parts)
    return (
        "From: Ana Rao <ana@argus.example>\nSubject: Harbour\nDate: Thu, 14 Mar 2013 10:15:00 +0100\nMIME-Version: 1.0\n"  # noqa: E501
        f'Content-Type: multipart/mixed; boundary="b"\n\n{inner}--b--\n'
    )


def test_a_message(read_article: ReadArticle) -> None:
    for name in ("story.eml", "story.txt", "story"):
        one = read_article(name, mail())
        assert (one.id, one.title, one.author, one.text) == ("7@argus.example", "Harbour shut", "Ana Rao", STORY)
        assert one.published.written == "2013-03-14T10:15:00+01:00"


def test_a_subject_in_other_letters(read_article: ReadArticle) -> None:
    subject = f"=?utf-8?b?{base64.b64encode('Hafen schließt'.encode()).decode()}?="
    assert read_article("a.eml", mail(subject=subject)).title == "Hafen schließt"


ANSWERS = [
    "Own words.\n\nOn 14 March 2013 at 10:15, Ina Holm <i@x.example> wrote:\n> old words\n> more",
    "Own words.\n\nAm 14.03.2013 um 10:15 schrieb Ina Holm:\n> old words",
    "Own words.\n\n-----Original Message-----\nFrom: Ina Holm\nold words",
    "Own words.\n\nFrom: Ina Holm\nSent: Thursday\nTo: Ana Rao\nSubject: x\n\nold words",
    "Own words.\n-- \nAna Rao\nSkerrow Argus",
    "> old words\n\nOwn words.",
]


@pytest.mark.parametrize("body", ANSWERS)
def test_the_newest_words(body: str) -> None:
    assert newest(body) == "Own words."


def test_what_is_only_forwarded_is_read() -> None:
    assert "old words" in newest("-----Original Message-----\nFrom: Ina Holm\n\nold words")
    assert newest("> only\n> quoted") == "> only\n> quoted"


def test_attachments_are_articles(read_bytes: ReadBytes) -> None:
    document = base64.encodebytes(docx(["Attached", *TEXT], ["Title"])).decode()
    parts = (
        f"{PLAIN}{STORY}\n",
        "Content-Type: application/octet-stream\n" + ATTACHED.format('"../a.docx"', document),
        "Content-Type: image/png\n" + ATTACHED.format("a.png", "iVBORw0K"),
        f"Content-Type: message/rfc822\n\n{mail(subject='Inner')}",
    )
    found = read_bytes("story.eml", with_parts(*parts))
    assert [getattr(one, "title", None) for one in found] == ["Harbour", "Attached", None, "Inner"]
    assert found[1].origin.endswith("story.eml/story/a.docx")
    assert isinstance(found[2], SkippedInput)


def test_html_alone(read_article: ReadArticle) -> None:
    one = read_article("a.eml", with_parts(f"Content-Type: text/html\n\n<p>{TEXT[0]}</p><p>{TEXT[2]}</p>"))
    assert one.text == f"{TEXT[0]}\n\n{TEXT[2]}"


def test_a_mailbox(read_bytes: ReadBytes) -> None:
    box = ""
    for n in range(3):
        message = mail(f"{STORY}\n>From here.", str(n)).replace("<7@", f"<{n}@")
        box += f"From ana@argus.example Thu Mar 14 10:15:0{n} 2013\n{message}\n"
    for name in ("box.mbox", "box"):
        found = read_bytes(name, box)
        assert [(one.id, one.title) for one in found] == [(f"{n}@argus.example", str(n)) for n in range(3)]
        assert found[0].text.endswith("From here.")


def test_a_page_saved_as_one_file(read_article: ReadArticle) -> None:
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://argus.example/1\nSubject: Harbour\nMIME-Version: 1.0\n"  # noqa: E501
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{page()}\n--b--\n"
    )
    assert TEXT[1][:20] in read_article("page.mht", saved).text


def test_what_damage_once_broke(read_bytes: ReadBytes) -> None:
    """A NUL in the name of a character set, and a mailbox of nothing but its first line."""
    (one,) = read_bytes("a.eml", mail().replace("utf-8", "utf\0-8"))
    assert one.text.startswith(TEXT[0])
    (one,) = read_bytes("a.mbox", b"From ana@argus.example Thu Mar 14 10:15:00 2013\n")
    assert "without messages" in one.reason


BROKEN = [b"Subject:", b"From: x\n\n", b"Content-Type: multipart/mixed; boundary=b\n\n--b\n--b", b"\xff\xfe\0"]


@pytest.mark.parametrize("data", BROKEN)
def test_damage_is_one_line(read_bytes: ReadBytes, data: bytes) -> None:
    (one,) = read_bytes("a.eml", data)
    assert isinstance(one, SkippedInput)


def test_a_mail_that_was_not_saved_whole_is_read_and_noted(read_bytes: ReadBytes) -> None:
    letter = with_parts("Content-Type: text/plain\n\nSee below.\n", "Content-Type: text/plain\n\nAnd this.\n")
    (whole,) = read_bytes("a.eml", letter.encode())
    assert [note.kind for note in whole.notes if note.kind == "ends-early"] == []
    (cut,) = read_bytes("b.eml", letter[: letter.index("And this.")].encode())
    assert [note.kind for note in cut.notes if note.kind == "ends-early"] == ["ends-early"]
