"""Agencies' marks and notes of who had a part in a text, in ten languages.

In each line "@" stands for what the text says (`FACT`) and "⏎" for the end of a line.
"""

import pytest

from provenance.lineage.marks import agency_of, contributors
from provenance.model import Article, Span

FACT = {
    "de": "Der Hafen von Port Anse wird im Mai für drei Wochen geschlossen, weil die Kaimauer saniert wird",
    "fr": "le port de Port Anse sera fermé trois semaines en mai parce que le quai doit être rénové",
    "es": "el puerto de Port Anse cerrará tres semanas en mayo porque el muelle debe renovarse",
    "it": "il porto di Port Anse chiuderà tre settimane a maggio perché il molo deve essere restaurato",
    "pt": "o porto de Port Anse fechará três semanas em maio porque o cais tem de ser renovado",
    "nl": "de haven van Port Anse gaat in mei drie weken dicht omdat de kade moet worden hersteld",
    "pl": "port w Port Anse zostanie w maju zamknięty na trzy tygodnie z powodu remontu nabrzeża",
    "ru": "порт Порт-Анс в мае закроют на три недели из-за ремонта причала",
    "zh": "安斯港将于五月关闭三周，因为码头需要修缮",
    "ja": "アンス港は岸壁の改修のため五月に三週間閉鎖される",
}
MARKS = {
    "de": """
Port Anse (dpa) – @.
@. (dpa)
@.⏎⏎Quelle: dpa
@.⏎⏎dpa
@.⏎⏎Von dpa
@. dpa/lno
""",
    "fr": """
Port Anse (AFP) – @.
@. (AFP)
@.⏎⏎Source : AFP
@.⏎⏎© AFP
@.⏎⏎(Source AFP)
""",
    "es": """
Port Anse, 3 may (EFE).- @.
@. (EFE)
@.⏎⏎Fuente: EFE
@. EFE
""",
    "it": """
(ANSA) - PORT ANSE, 03 MAG - @.
@. (ANSA)
@.⏎⏎Fonte: ANSA
""",
    "pt": """
Port Anse, 03 mai (Lusa) – @.
@. (Lusa)
@.⏎⏎Fonte: Lusa
@.⏎⏎Lusa
""",
    "nl": """
PORT ANSE (ANP) - @.
@. (ANP)
@.⏎⏎Bron: ANP
""",
    "pl": """
@. (PAP)
@.⏎⏎Źródło: PAP
@.⏎⏎źródło: PAP
""",
    "ru": """
ПОРТ-АНС, 3 мая. /ТАСС/. @.
@.⏎⏎Источник: ТАСС
Порт-Анс. 3 мая. ТАСС - @.
""",
    "zh": """
新华社安斯港5月3日电 @。
（新华社）@。
@。⏎⏎来源：新华社
@。（新华社）
""",
    "ja": """
【アンス共同通信】@。
@。（共同通信）
@。⏎⏎出典：共同通信
""",
}
SHARES = {
    "de": """
@.⏎⏎Mit Material von dpa
@.⏎⏎(mit dpa)
@.⏎⏎Mit Informationen der Deutschen Presse-Agentur
@.⏎⏎Mit Agenturmaterial (dpa)
@.⏎⏎Mit Material der dpa.
""",
    "fr": """
@.⏎⏎Avec AFP
@.⏎⏎(avec AFP)
@.⏎⏎Avec l’AFP
@. Le Courrier avec AFP
""",
    "es": """
@.⏎⏎Con información de EFE
@.⏎⏎(con información de EFE)
@.⏎⏎Con información de la agencia EFE
""",
    "it": """
@.⏎⏎Con informazioni di ANSA
@.⏎⏎(con ANSA)
@.⏎⏎Ha collaborato ANSA
""",
    "pt": """
@.⏎⏎Com informações da Lusa
@.⏎⏎Com Lusa
@.⏎⏎*Com informações da agência Lusa
""",
    "nl": """
@.⏎⏎Met informatie van ANP
@.⏎⏎(met ANP)
@.⏎⏎Met medewerking van ANP
""",
    "pl": """
@.⏎⏎Z wykorzystaniem materiałów PAP
@.⏎⏎na podstawie PAP
@.⏎⏎Współpraca: PAP
""",
    "ru": """
@.⏎⏎С использованием материалов ТАСС
@.⏎⏎По материалам ТАСС
@.⏎⏎при участии ТАСС
""",
    "zh": """
@。⏎⏎综合新华社报道
@。⏎⏎（综合新华社消息）
""",
    "ja": """
@。⏎⏎（共同通信の取材による）
@。⏎⏎一部共同通信の情報を使用
""",
}


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, line.replace("⏎", "\n")) for code, lines in table.items() for line in lines.strip().split("\n")]


def article(text: str, publisher: str, code: str) -> Article:
    return Article(id=publisher, text=text, body=Span(0, len(text)), publisher=publisher, language=code)


def written(code: str, text: str) -> Article:
    return article(text.replace("@", FACT[code]), "Anderes Blatt", code)


@pytest.mark.parametrize(("code", "text"), cases(MARKS))
def test_an_agencys_mark_is_read(code: str, text: str) -> None:
    assert agency_of(written(code, text)) is not None


@pytest.mark.parametrize(("code", "text"), cases(SHARES))
def test_who_had_a_part_in_it_is_read(code: str, text: str) -> None:
    shared = written(code, text)
    assert contributors(shared) or agency_of(shared)
