"""Names that Japanese writes in kanji, with how they read: "佐藤" is "sato", where Chinese would read "zuoteng".

Frequent family names, prefectures and large cities, written down for this project as pairs; given names have too many
readings. A character's reading depends on the name that it is in, so only whole names are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FAMILIES = """
佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 伊藤=ito 渡辺=watanabe 渡邊=watanabe 渡部=watanabe 山本=yamamoto
中村=nakamura 小林=kobayashi 加藤=kato 吉田=yoshida 山田=yamada 佐々木=sasaki 山口=yamaguchi 松本=matsumoto
井上=inoue 木村=kimura 斎藤=saito 斉藤=saito 齋藤=saito 清水=shimizu 山崎=yamazaki 阿部=abe 安倍=abe 森田=morita
池田=ikeda 橋本=hashimoto 山下=yamashita 石川=ishikawa 中島=nakajima 前田=maeda 藤田=fujita 小川=ogawa 後藤=goto
岡田=okada 長谷川=hasegawa 村上=murakami 近藤=kondo 石井=ishii 遠藤=endo 青木=aoki 坂本=sakamoto 福田=fukuda
太田=ota 西村=nishimura 藤井=fujii 藤原=fujiwara 岡本=okamoto 三浦=miura 中野=nakano 中川=nakagawa 原田=harada
松田=matsuda 竹内=takeuchi 小野=ono 田村=tamura 中山=nakayama 和田=wada 石田=ishida 上田=ueda 内田=uchida
柴田=shibata 酒井=sakai 宮崎=miyazaki 横山=yokoyama 高木=takagi 安藤=ando 宮本=miyamoto 大野=ono 小島=kojima
谷口=taniguchi 今井=imai 工藤=kudo 高田=takada 増田=masuda 丸山=maruyama 杉山=sugiyama 村田=murata 大塚=otsuka
新井=arai 小山=koyama 平野=hirano 藤本=fujimoto 河野=kono 上野=ueno 野口=noguchi 武田=takeda 松井=matsui
千葉=chiba 岩崎=iwasaki 菅原=sugawara 木下=kinoshita 久保=kubo 佐野=sano 野村=nomura 松尾=matsuo 菊地=kikuchi
菊池=kikuchi 市川=ichikawa 杉本=sugimoto 古川=furukawa 大西=onishi 島田=shimada 水野=mizuno 桜井=sakurai
高野=takano 吉川=yoshikawa 山内=yamauchi 西田=nishida 飯田=iida 西川=nishikawa 小松=komatsu 北村=kitamura
安田=yasuda 五十嵐=igarashi 川口=kawaguchi 平田=hirata 関口=sekiguchi 中田=nakata 久保田=kubota 服部=hattori
東野=higashino 岩田=iwata 土屋=tsuchiya 川崎=kawasaki 福島=fukushima 本田=honda 辻本=tsujimoto 樋口=higuchi
秋山=akiyama 田口=taguchi 永井=nagai 山中=yamanaka 中西=nakanishi 吉村=yoshimura 川上=kawakami 石原=ishihara
大橋=ohashi 松岡=matsuoka 浜田=hamada 馬場=baba 森本=morimoto 矢野=yano 浅野=asano 松下=matsushita 星野=hoshino
大久保=okubo 吉岡=yoshioka 小池=koike 野田=noda 荒木=araki 大谷=otani 松浦=matsuura 熊谷=kumagai 黒田=kuroda
永田=nagata 川村=kawamura 早川=hayakawa 尾崎=ozaki 岸田=kishida 石破=ishiba 麻生=aso 小泉=koizumi
鳩山=hatoyama 高市=takaichi 枝野=edano 玉木=tamaki 羽生=hanyu 大坂=osaka 錦織=nishikori 黒澤=kurosawa 宮沢=miyazawa
豊田=toyoda 本庄=honjo 山岸=yamagishi 梶田=kajita 大隅=osumi 真鍋=manabe 植田=ueda 茂木=motegi 河村=kawamura
"""
_PLACES = """
東京=tokyo 大阪=osaka 京都=kyoto 北海道=hokkaido 青森=aomori 岩手=iwate 宮城=miyagi 秋田=akita 山形=yamagata
茨城=ibaraki 栃木=tochigi 群馬=gunma 埼玉=saitama 神奈川=kanagawa 新潟=niigata 富山=toyama 福井=fukui 山梨=yamanashi
長野=nagano 岐阜=gifu 静岡=shizuoka 愛知=aichi 三重=mie 滋賀=shiga 兵庫=hyogo 奈良=nara 和歌山=wakayama 鳥取=tottori
島根=shimane 岡山=okayama 広島=hiroshima 徳島=tokushima 香川=kagawa 愛媛=ehime 高知=kochi 福岡=fukuoka 佐賀=saga
長崎=nagasaki 熊本=kumamoto 大分=oita 鹿児島=kagoshima 沖縄=okinawa 札幌=sapporo 仙台=sendai 横浜=yokohama
名古屋=nagoya 神戸=kobe 那覇=naha 函館=hakodate 金沢=kanazawa 気仙沼=kesennuma 石巻=ishinomaki 釜石=kamaishi
"""
_READINGS = {
    written: reading for pair in (_FAMILIES + _PLACES).split() for written, reading in [tuple(pair.split("="))]
}
_LONGEST = max(map(len, _READINGS))
_SHORTEST = min(map(len, _READINGS))
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")


def is_japanese(text: str) -> bool:
    """Whether a text has the letters that only Japanese is written with."""
    return _KANA.search(text) is not None


def names_in_kanji(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the known names are, ascending, and how each reads; of two at one place the longer."""
    at = 0
    while at < len(text):
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            reading = _READINGS.get(text[at : at + length])
            if reading is not None:
                yield at, at + length, reading
                at += length - 1
                break
        at += 1
