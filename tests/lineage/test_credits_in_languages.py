"""Credits in ten languages: each names its source as news of that language does, and no mention is a credit.

In each line "@" stands for what the source says (`FACT`) and "⏎" for the end of a line."""

import time

import pytest

from provenance.lineage.credits import credit
from provenance.lineage.marks import agency_of, contributors
from provenance.lineage.mentions import credited_sources
from provenance.lineage.reprints import reprint_of
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
PAPER = {
    "de": "Hafenkurier",
    "fr": "Le Courrier du Port",
    "es": "El Correo del Puerto",
    "it": "Il Corriere del Porto",
    "pt": "Correio do Porto",
    "nl": "De Havenkoerier",
    "pl": "Kurier Portowy",
    "ru": "Портовый вестник",
    "zh": "海港日报",
    "ja": "港湾日報",
}
CREDITS = {
    "de": """
Nach Angaben der Zeitung Hafenkurier gilt: @.
Wie der Hafenkurier berichtet: @.
@, berichtet der Hafenkurier.
Laut Hafenkurier gilt: @.
Das meldete der Hafenkurier am Montag: @.
Einem Bericht des Hafenkuriers zufolge gilt: @.
@, schreibt der Hafenkurier unter Berufung auf die Stadt.
Dem Hafenkurier zufolge gilt: @.
Der Hafenkurier hatte zuerst darüber berichtet: @.
Unter Berufung auf den Hafenkurier heißt es: @.
""",
    "fr": """
Selon Le Courrier du Port, @.
D’après le quotidien Le Courrier du Port, @.
Comme le rapporte Le Courrier du Port, @.
@, rapporte Le Courrier du Port.
@, a indiqué Le Courrier du Port.
Le Courrier du Port révèle que @.
D'après les informations du Courrier du Port, @.
@, affirme Le Courrier du Port, qui cite la mairie.
""",
    "es": """
Según El Correo del Puerto, @.
De acuerdo con El Correo del Puerto, @.
El Correo del Puerto informó que @.
Según publica El Correo del Puerto, @.
Como informa el diario El Correo del Puerto, @.
Según ha adelantado El Correo del Puerto, @.
@, señala El Correo del Puerto.
""",
    "it": """
Secondo Il Corriere del Porto, @.
Come riporta Il Corriere del Porto, @.
Stando a quanto riferisce Il Corriere del Porto, @.
Lo scrive Il Corriere del Porto: @.
Il Corriere del Porto ha rivelato che @.
@, riporta Il Corriere del Porto.
""",
    "pt": """
Segundo o Correio do Porto, @.
De acordo com o Correio do Porto, @.
O Correio do Porto noticiou que @.
Conforme noticiou o Correio do Porto, @.
A notícia é avançada pelo Correio do Porto: @.
@, avança o Correio do Porto.
""",
    "nl": """
Volgens De Havenkoerier @.
Dat meldt De Havenkoerier: @.
De Havenkoerier schrijft dat @.
Dat blijkt uit onderzoek van De Havenkoerier: @.
@, aldus De Havenkoerier.
De Havenkoerier berichtte dat @.
""",
    "pl": """
Jak podaje Kurier Portowy, @.
Według Kuriera Portowego @.
Jak informuje Kurier Portowy, @.
Kurier Portowy pisze, że @.
Jak donosi „Kurier Portowy”, @.
Informację podał Kurier Portowy: @.
""",
    "ru": """
По данным газеты «Портовый вестник», @.
Как сообщает «Портовый вестник», @.
Об этом сообщил «Портовый вестник»: @.
«Портовый вестник» пишет, что @.
По информации «Портового вестника», @.
Как пишет «Портовый вестник», @.
""",
    "zh": """
据海港日报报道，@。
《海港日报》报道称，@。
海港日报援引市政府消息称，@。
据《海港日报》消息，@。
""",
    "ja": """
港湾日報によると、@。
港湾日報は、@と報じた。
港湾日報が報じたところによれば、@。
@と港湾日報が伝えた。
""",
}
NO_CREDITS = {
    "de": """
Der Hafenkurier hat einen neuen Chefredakteur. @.
@. Der Verleger des Hafenkurier wohnt in der Stadt.
@. Sie liest den Hafenkurier am Morgen.
""",
    "fr": """
@. Le Courrier du Port a un nouveau directeur.
@. Elle lit Le Courrier du Port le matin.
""",
    "es": """
@. El Correo del Puerto tiene un nuevo director.
@. Ella lee El Correo del Puerto por la mañana.
""",
    "it": """
@. Il Corriere del Porto ha un nuovo direttore.
@. Lei legge Il Corriere del Porto la mattina.
""",
    "pt": """
@. O Correio do Porto tem um novo diretor.
@. Ela lê o Correio do Porto de manhã.
""",
    "nl": """
@. De Havenkoerier heeft een nieuwe hoofdredacteur.
@. Zij leest De Havenkoerier in de ochtend.
""",
    "pl": """
@. Kurier Portowy ma nowego redaktora.
@. Ona czyta Kurier Portowy rano.
""",
    "ru": """
@. У газеты «Портовый вестник» новый редактор.
@. Она читает «Портовый вестник» утром.
""",
    "zh": """
@。《海港日报》有了新总编辑。
@。她每天早上读海港日报。
""",
    "ja": """
@。港湾日報に新しい編集長が就任した。
@。彼女は毎朝港湾日報を読む。
""",
}
REPRINTS = {
    "de": """
Zuerst erschienen bei Hafenkurier.
Dieser Artikel erschien zuerst im Hafenkurier.
Dieser Beitrag ist zuerst beim Hafenkurier erschienen.
Quelle: Hafenkurier
Mit freundlicher Genehmigung des Hafenkurier
Dieser Text wurde zuerst vom Hafenkurier veröffentlicht.
Übernommen vom Hafenkurier.
""",
    "fr": """
Cet article a été publié initialement par Le Courrier du Port.
Cet article est d’abord paru dans Le Courrier du Port.
Source : Le Courrier du Port
Article initialement publié dans Le Courrier du Port
Avec l'aimable autorisation du Courrier du Port
Repris du site Le Courrier du Port
""",
    "es": """
Este artículo se publicó originalmente en El Correo del Puerto.
Publicado originalmente en El Correo del Puerto
Fuente: El Correo del Puerto
Este artículo apareció por primera vez en El Correo del Puerto.
Reproducido con permiso de El Correo del Puerto
""",
    "it": """
Questo articolo è stato pubblicato originariamente su Il Corriere del Porto.
Articolo pubblicato per la prima volta su Il Corriere del Porto
Fonte: Il Corriere del Porto
Tratto da Il Corriere del Porto
Per gentile concessione de Il Corriere del Porto
""",
    "pt": """
Este artigo foi publicado originalmente no Correio do Porto.
Publicado originalmente em Correio do Porto
Fonte: Correio do Porto
Artigo publicado primeiro no Correio do Porto
Reproduzido com autorização do Correio do Porto
""",
    "nl": """
Dit artikel verscheen eerder in De Havenkoerier.
Eerder verschenen in De Havenkoerier
Bron: De Havenkoerier
Dit artikel is overgenomen uit De Havenkoerier.
Met toestemming overgenomen van De Havenkoerier
Dit artikel werd oorspronkelijk gepubliceerd door De Havenkoerier.
""",
    "pl": """
Artykuł ukazał się pierwotnie w Kurier Portowy.
Źródło: Kurier Portowy
Tekst pierwotnie opublikowany na łamach Kurier Portowy
Przedruk za: Kurier Portowy
Po raz pierwszy opublikowano w Kurier Portowy
""",
    "ru": """
Впервые опубликовано в «Портовый вестник»
Источник: Портовый вестник
Статья впервые опубликована в газете «Портовый вестник».
Материал перепечатан из газеты «Портовый вестник».
Оригинал статьи опубликован на сайте Портовый вестник.
""",
    "zh": """
来源：海港日报
本文转载自海港日报
本文首发于海港日报
原文刊于《海港日报》。
（来源：海港日报）
本文原载海港日报
""",
    "ja": """
出典：港湾日報
この記事は港湾日報に最初に掲載されました。
初出：港湾日報
（港湾日報より転載）
この記事は港湾日報から転載されたものです。
""",
}


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, line.replace("⏎", "\n")) for code, lines in table.items() for line in lines.strip().split("\n")]


def article(text: str, publisher: str, code: str) -> Article:
    return Article(id=publisher, text=text, body=Span(0, len(text)), publisher=publisher, language=code)


def source(code: str) -> Article:
    return article(f"{FACT[code]}.", PAPER[code], code)


def written(code: str, text: str) -> Article:
    return article(text.replace("@", FACT[code]), "Anderes Blatt", code)


@pytest.mark.parametrize(("code", "text"), cases(CREDITS))
def test_a_credit_in_the_language_is_one(code: str, text: str) -> None:
    crediting = written(code, text)
    assert credit(source(code), crediting) >= 0.5
    assert credited_sources(crediting), "named although nothing of the outlet is archived"


@pytest.mark.parametrize(("code", "text"), cases(NO_CREDITS))
def test_a_mention_is_no_credit(code: str, text: str) -> None:
    mentioning = written(code, text)
    assert credit(source(code), mentioning) == 0
    assert credited_sources(mentioning) == {}
    assert agency_of(mentioning) is None
    assert contributors(mentioning) == ()


@pytest.mark.parametrize(("code", "note"), cases(REPRINTS))
def test_a_note_in_the_language_says_that_the_text_is_a_reprint(code: str, note: str) -> None:
    assert reprint_of(written(code, f"@.\n\n{note}"), source(code))
    assert not reprint_of(written(code, f"@.\n\n{note}"), article("Etwas anderes.", "Ganz Anderes", code))


def test_a_name_in_another_case_is_the_same_name() -> None:
    text = (
        "Nach Informationen der Süddeutschen Zeitung wird der Hafen von Port Anse im Mai für drei Wochen geschlossen."
    )
    assert list(credited_sources(article(text, "Blatt", "de"))) == ["Süddeutsche Zeitung"]


@pytest.mark.parametrize("code", FACT)
@pytest.mark.parametrize("piece", ["Aa ", "A b c d ", "laut der der der ", "„A ", "据据", "が", "По данным газеты "])
def test_time_grows_with_the_text(code: str, piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * size
        began = time.process_time()
        credited_sources(article(text, "Blatt", code))
        agency_of(article(text, "Blatt", code))
        return time.process_time() - began

    assert seconds(8_000) < 40 * max(seconds(800), 0.002)
