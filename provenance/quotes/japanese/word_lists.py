"""Japanese words that the rules for reported speech use, as data: verbs, honorifics, roles.

Words are parted by blanks. A verb is listed by how it begins behind "と"; an honorific or role ends a name.
"""

from __future__ import annotations

# What follows "「...」と" or a clause with "と": verbs by their beginnings, and nouns of speech.
SAYING = """
    述べ 語 話 言 いう いっ 訴え 指摘 説明 強調 主張 反論 批判 コメント 答え 明か 明らか 振り返 呼びかけ 呼び掛け
    約束 断言 発表 宣言 伝え 叫 つぶや 笑 嘆 喜
    怒 驚 証言 認め 否定 警告 懸念 期待 求め 謝罪 表明 釈明 発言 感謝 評価 書 投稿 みて みる みられ 語気 告げ 報告
    回答 予測 予想 警鐘 称賛 非難 抗議 弁明 弁解
    反発 応じ 尋ね 問 質問 つづ 綴 記 続け 付け加え 加え 補足 漏ら こぼ 吐露 誓 宣誓 見通し 見方 認識 考え 意向
    方針 声明 談話 不満 不安 喜び 怒り 疑問 意欲 自信
    決意 苦言 理解 危機感 憤 悔 胸を張 力を込め 声を 切り出 切り捨て 一蹴 反省 擁護 ほの 示 たしなめ 諭 促 勧 提案
    提言 要請 要求 命じ 打ち明け 回想 推測 分析 解説
    紹介 冗談 皮肉 ささや うそぶ 怒鳴 呼 たたえ 評 語り 話し 述懐 念を押 強気 締めくく 結論 断じ 一喝 もらし 主導
"""
# Verbs behind a clause without marks: those above that also mean thinking, naming or being are left out.
CLAUSE_SAYING = """
    述べ 語 話 訴え 指摘 説明 強調 主張 反論 批判 コメント 答え 明か 明らか 振り返 呼びかけ 呼び掛け 約束 断言 発表
    宣言 伝え 嘆 証言 認め 否定 警告 懸念 期待 求め
    謝罪 表明 釈明 発言 評価 投稿 告げ 報告 回答 予測 予想 警鐘 非難 抗議 弁明 弁解 反発 応じ 尋ね 質問 付け加え
    補足 漏ら 吐露 誓 見方 認識 意向 方針 声明 不満 苦言
    提案 提言 要請 要求 打ち明け 回想 推測 分析 解説 強気 結論 断じ 言い 言っ 言う みて 主張 促 諭 回答 考えを
    見通し 述懐 ほの
"""
# Verbs behind "よう": what somebody is asked to do.
ASKING = "求め 呼びかけ 呼び掛け 訴え 要請 促し 指示 命じ 依頼 要望"
HONORIFICS = "さん 氏 様 君 ちゃん 先生 夫妻"
ROLES = """
    被告 容疑者 弁護士 弁護人 検事補 検事 検事正 検察官 裁判官 裁判長 判事 首相 大統領 副大統領 総理 社長 副社長
    会長 副会長 教授 准教授 名誉教授 監督 選手 議員 知事 市長
    町長 村長 区長 長官 大臣 外相 財務相 防衛相 厚労相 農相 国務長官 報道官 広報官 広報担当 広報担当者 担当者 代表
    委員長 委員 理事長 理事 所長 署長 部長 課長 局長 院長 校長 園長 学長 総長
    総裁 総書記 国家主席 主席 書記長 幹事長 議長 副議長 官房長官 警視 警部 巡査 隊長 船長 機長 記者 作家 監督官
    調査官 研究員 上級研究員 博士 医師 看護師 店長 工場長 組合長 支部長 最高経営責任者
    最高財務責任者 最高執行責任者 常務 専務 取締役 主将 コーチ 女王 国王 皇太子 王子 王女 教皇 司教 大司教 大使
    公使 少佐 大佐 中佐 大尉 将軍 司令官 参謀総長 ＣＥＯ CEO 地区検事補 地区検事 州知事 州議員
    上院議員 下院議員 衆院議員 参院議員 市議 県議 区議 主任 主任研究員 コミッショナー アナリスト エコノミスト
    責任者 院長補佐 消防士 消防署長 警察署長 保安官
"""
PRONOUNS = (
    "彼 彼女 同氏 同被告 同容疑者 同弁護士 同社長 同首相 同大統領 同教授 同市長 同知事 同議員 同監督 同選手 本人"
)
# Adverbials in front of a topic, cut off at the comma behind them.
ACCORDING = """
    によると によれば の話では の説明では の発表では の報告では
    の証言では の調べでは によりますと の見立てでは の推計では の集計では
"""
# Sentences that lead to a quotation in the next one: "こう語った。", "次のように述べた。".
LEADING = "こう 次のように 以下のように このように"
EDITS = {
    "fillers": "えー あの まあ",
    "negations": "ない なかっ なく ぬ ず ません",
    "numbers_of": "ja",
    "numbers": "一=1 二=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9 十=10",
    "weak": "は が を に の と で も へ や から まで こと それ これ",
}
