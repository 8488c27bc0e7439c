"""Lines of files that are not UTF-8: one guess for the file, said on each article that it was made for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources import read
from provenance.sources.characters.decoding import silent_encoding

ReadBytes = Callable[..., list[Article | SkippedInput]]
LONG = {
    "cp1251": "Паром между Норвиком и Остербю с первого мая перестанет ходить по выходным.",
    "koi8_r": "Паром между Норвиком и Остербю с первого мая перестанет ходить по выходным.",
    "iso8859_2": "Burmistrz ogłosił w poniedziałek, że most zostanie zamknięty na całą zimę.",
    "cp1250": "Starosta v pondělí oznámil, že most přes řeku bude uzavřen a loď přestane jezdit.",
    "cp1253": "Ο δήμαρχος ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα κλείσει για όλο τον χειμώνα.",
    "cp1254": "Belediye başkanı pazartesi günü köprünün bütün kış boyunca kapalı kalacağını açıkladı.",
    "cp932": "県は火曜日、ノルヴィクとオスタビーを結ぶ渡し船を五月一日から週末に運休すると発表した。",
    "cp949": "군청은 화요일 노르비크와 오스터비를 잇는 나룻배가 오월 일일부터 주말에 운항을 멈춘다고 밝혔다.",
    "gb18030": "县政府星期二宣布，从五月一日起，诺维克与奥斯特比之间的渡轮周末将停止运营。",
    "mac_roman": "“We have been forgotten on this island,” said Berit Lund. “Nobody asked us.”",
}
SHORT = {
    "cp1251": "Мост",
    "koi8_r": "Мост",
    "iso8859_2": "Łódź",
    "cp1250": "Loď",
    "cp1253": "Νησί",
    "cp1254": "Köprü",
    "cp932": "橋です",
    "cp949": "다리",
    "gb18030": "大桥",
    "mac_roman": "It’s",
}


def _texts(found: list[Article | SkippedInput]) -> list[str]:
    return [one.text for one in found if isinstance(one, Article)]


def _as(suffix: str, texts: list[str]) -> str:
    if suffix == ".csv":
        return "".join(["id,text\n", *(f'{number},"{text}"\n' for number, text in enumerate(texts))])
    rows = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    return f"[{','.join(rows)}]" if suffix == ".json" else "\n".join(rows)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".json"])
@pytest.mark.parametrize("encoding", LONG)
def test_a_short_row_is_read_as_its_file_is(read_bytes: ReadBytes, encoding: str, suffix: str) -> None:
    texts = [SHORT[encoding], LONG[encoding], "Nothing but ASCII."]
    found = read_bytes(f"feed{suffix}", _as(suffix, texts).encode(encoding))
    assert _texts(found) == texts
    said = [one.guesses.get("encoding") for one in found if isinstance(one, Article)]
    assert said[0]
    assert said[0] == said[1]


def test_what_is_utf8_has_no_guess(read_bytes: ReadBytes) -> None:
    data = (
        _as(".jsonl", ["Die Fähre fährt.", "x"]).encode()
        + b"\n"
        + _as(".jsonl", ["Die Fähre „fährt“."]).encode("cp1252")
    )
    found = read_bytes("feed.jsonl", data)
    assert _texts(found) == ["Die Fähre fährt.", "x", "Die Fähre „fährt“."]
    assert ["encoding" in one.guesses for one in found if isinstance(one, Article)] == [False, False, True]


def test_a_stream_is_read_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _as(".jsonl", ["Мост", LONG["koi8_r"]]).encode("koi8_r")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
    assert _texts(list(read(["-"]))) == ["Мост", LONG["koi8_r"]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_tables_in_utf16_need_no_mark(read_bytes: ReadBytes, encoding: str) -> None:
    (found,) = read_bytes(
        "feed.csv", _as(".csv", ["Burmistrz ogłosił, że most zostanie zamknięty."]).encode(encoding)
    )
    assert isinstance(found, Article)
    assert found.text == "Burmistrz ogłosił, że most zostanie zamknięty."
    assert found.guesses["encoding"].startswith(encoding)


def test_a_stray_nul_is_no_utf16() -> None:
    assert silent_encoding(b"id,text\na,The ferry\0 stops.\n" * 20) is None


def test_packed_files_are_read_twice_as_well(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(_as(".jsonl", ["Мост", LONG["cp1251"]]).encode("cp1251")))
    assert _texts(list(read([path])))[0] == "Мост"
