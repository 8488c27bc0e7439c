"""Names that two sentences of different languages have in common, in whatever script: what supports a translation.

Names are words with a capital, runs of katakana, names in kanji where a sentence has kana, and runs of the characters
by which Chinese writes foreign names; in scripts without capitals any word may be one, and has to have more sounds.
Nothing here says whether sentences agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.model import Span
from provenance.text.japanese_names import is_japanese, names_in_kanji
from provenance.text.romanised import is_latin, romanised, sound_alike, sounds

FEWEST_LETTERS = 3
FEWEST_EQUAL = 4  # first letters that are equal where a name has case endings: "Lund", "Lundowi"
FEWEST_SOUNDS, FEWEST_OF_ANY = 3, 4  # consonants of a name, and of a word in a script without capitals
LONGEST_ENDING = 3  # letters
LONGEST = 8  # characters of a Chinese or Japanese name
MOST = 60  # names of a side that are looked at

_WORD = re.compile(r"[^\W\d_]+")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# Characters by which Chinese news writes the sounds of foreign names, as its news agency's table has them.
_WRITES_SOUNDS = frozenset(
    "阿埃艾爱安昂奥巴拜班邦鲍贝本比彼边宾波伯博布查柴察昌彻达大代戴丹当道得德登邓迪蒂典丁东都杜敦顿多厄恩尔法凡方菲"
    "费芬丰冯佛夫弗福富盖甘冈高戈格根贡古瓜圭果哈海汉豪赫黑亨胡怀华惠霍基吉季加贾简江焦杰津金京久卡凯坎康考柯科可克"
    "肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎里丽利莉连列林琳龙隆卢鲁路露吕伦罗洛马玛麦曼芒毛茅梅门蒙米密明缪摩莫墨默穆姆"
    "纳娜奈南内嫩能尼妮年聂宁牛纽农努诺女欧帕派潘庞泡培佩彭蓬皮平珀朴普齐奇契恰钱强乔切琼丘屈让热仁日荣儒瑞若撒萨"
    "塞赛桑瑟森沙莎山珊尚绍舍申生圣施什史士舒朔斯丝思松苏孙索塔泰坦汤唐陶特腾提汀廷亭图土托瓦万汪旺威韦薇维魏温文"
    "翁沃乌伍武西希锡夏显香肖谢辛欣兴休修许雪雅娅亚延扬耶叶伊因英尤于约云泽曾扎宰詹张哲珍芝治朱佐卓兹滕黛琪珮菲芙"
)
_CASELESS = re.compile(r"[\u0590-\u06ff\u0900-\u0e7f\uac00-\ud7af]")  # Hebrew, Arabic, India's scripts, Thai, Korean


class _Name(NamedTuple):
    """A name's place, its Latin letters, their sounds, the fewest that make it one, and whether it is in Latin."""

    span: Span
    letters: str
    heard: str
    least: int
    latin: bool


def agreeing_names(a: str, a_start: int, b: str, b_start: int) -> list[tuple[Span, Span]]:
    """The names of sentence A beside those of B that they agree with, ascending in A, each once; the starts are the
    sentences' places in their texts, which the spans refer to."""
    there = list(_names(b, b_start))
    pairs = []
    for one in _names(a, a_start):
        at = next((at for at, other in enumerate(there) if _agree(one, other)), -1)
        if at >= 0:
            pairs.append((one.span, there.pop(at).span))
    return pairs


def _names(text: str, start: int) -> Iterator[_Name]:
    found = [*_words(text), *((each.span(), FEWEST_SOUNDS) for each in _KATAKANA.finditer(text))]
    kanji = {}
    if is_japanese(text):
        kanji = {(first, last): reading for first, last, reading in names_in_kanji(text)}
        found.extend((place, FEWEST_SOUNDS) for place in kanji)
    else:
        found.extend(_chinese(text))
    for (first, last), least in sorted(found)[:MOST]:
        letters = kanji.get((first, last)) or romanised(text[first:last])
        if len(letters) >= FEWEST_LETTERS:
            latin = is_latin(text[first])
            yield _Name(Span(start + first, start + last), letters, sounds(letters), least, latin)


def _words(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Words that may be names: with a capital, and in scripts that have none all. A short first word is no name."""
    for at, each in enumerate(_WORD.finditer(text)):
        word = each[0]
        if not at and len(word) <= FEWEST_LETTERS:
            continue
        if _KATAKANA.search(word) or _HAN.search(word):
            continue
        if word[0].isupper():
            yield each.span(), FEWEST_SOUNDS
        elif _CASELESS.match(word):
            yield each.span(), FEWEST_OF_ANY


def _chinese(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Runs of characters that write sounds, and the same without their first or last ones: nothing parts words."""
    for run in _HAN.finditer(text):
        start, end = run.span()
        at = start
        while at < end:
            stop = at
            while stop < end and text[stop] in _WRITES_SOUNDS:
                stop += 1
            if stop - at >= 2:
                yield (at, min(stop, at + LONGEST)), FEWEST_SOUNDS
            at = max(stop, at + 1)


def _agree(one: _Name, other: _Name) -> bool:
    """Whether two names are one: by their letters but for an ending, and in two scripts by their sounds."""
    short, long = sorted((one.letters, other.letters), key=len)
    if short == long:
        return True
    if len(short) >= FEWEST_EQUAL and len(long) - len(short) <= LONGEST_ENDING:
        stem = max(FEWEST_EQUAL, len(short) - 1)
        if long.startswith(short[:stem]):
            return True
    if one.latin == other.latin:
        return False
    least = max(one.least, other.least)
    return min(len(one.heard), len(other.heard)) >= least and sound_alike(one.heard, other.heard)
