"""The words that turn a statement into its opposite, as data, by the code of the language.

Of languages that say it with an ending or a syllable (Japanese, Korean, Turkish in part) only the words are listed.
"""

from __future__ import annotations

from collections.abc import Mapping

NEGATIONS: Mapping[str, tuple[str, ...]] = {
    code: tuple(words.split())
    for code, words in {
        "ar": "لا لم لن ليس ليست ليسوا بدون دون",
        "bg": "не няма никой никога нищо нито без",
        "ca": "no mai ningú res cap sense ni tampoc",
        "cs": "ne není nejsou nebyl nebyla nikdy nikdo nic bez žádný žádná žádné ani",
        "da": "ikke aldrig ingen intet uden hverken",
        "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder",
        "el": "δεν μη μην όχι ποτέ κανείς κανένας τίποτα χωρίς ούτε",
        "es": "no nunca jamás nadie nada ningún ninguno ninguna sin ni tampoco",
        "fa": "نه نیست نیستند نبود هیچ هرگز بدون",
        "fi": "ei en et emme ette eivät älä koskaan kukaan mitään ilman",
        "fr": "ne pas jamais rien aucun aucune personne sans ni non",
        "he": "לא אין בלי אף מעולם",
        "hi": "नहीं न मत बिना कभी",
        "hu": "nem ne sem soha senki semmi nincs nélkül",
        "id": "tidak bukan tanpa belum jangan tak tiada",
        "it": "non mai nessuno nessuna niente nulla senza né",
        "ms": "tidak bukan tanpa belum jangan tak tiada",
        "nl": "niet geen nooit niemand niets zonder noch",
        "no": "ikke aldri ingen intet uten verken",
        "pl": "nie nigdy nikt nic bez żaden żadna żadne ani brak",
        "pt": "não nunca jamais ninguém nada nenhum nenhuma sem nem",
        "ro": "nu niciodată nimeni nimic niciun nicio fără nici",
        "ru": "не ни нет никогда никто ничего ничто без нельзя",
        "sk": "nie nikdy nikto nič bez žiadny žiadna ani",
        "sr": "ne nije nisu nikad niko ništa bez ni не није нису никад нико ништа без ни",
        "hr": "ne nije nisu nikad nitko ništa bez ni",
        "sv": "inte aldrig ingen inget inga utan varken",
        "tr": "değil yok hiç asla olmadan",
        "uk": "не ні немає ніколи ніхто нічого без",
        "vi": "không chưa chẳng đừng",
        "zh": "不 没 無 无 未 非 沒",
    }.items()
}
