"""Sentences in many languages and the encodings that texts in them come in, for the measurement of guesses.

The encodings were chosen, and the letters of `letter_frequencies` tried, on DEVELOPED; HELD is reported only.
"""

from __future__ import annotations

_WEST = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_MIDDLE = ("cp1250", "iso8859-2", "cp852")
_BALTIC = ("cp1257", "iso8859-13")
_UTF16 = ("utf-16-le", "utf-16-be")

# language -> encodings, sentences
DEVELOPED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "English": (
        ("cp1252", "mac_roman"),
        (
            "“We have been forgotten,” said Berit Lund. “Nobody’s boat will run – and nobody’s bread will come.”",
            "The café on the quay has closed, too, and its owner wants £300 – or a new lease – from the county.",
        ),
    ),
    "German": (
        (*_WEST, *_UTF16),
        (
            "Die Fähre zwischen Norrvik und Osterby fährt ab dem ersten Mai am Wochenende "
            "nicht mehr, teilte der Kreis mit.",
            "„Wir sind vergessen worden“, sagte Berit Lund. Die Straße über den Paß bleibt im Frühjahr geschlossen.",
            "Im Jahr 1981 gab es in der Stadt neun Kinosäle.",
        ),
    ),
    "Spanish": (
        _WEST,
        (
            "El alcalde anunció el lunes que el puente permanecerá cerrado durante la mañana y la próxima semana.",
            "¿Quién pagará los años que faltan? Nadie en el ayuntamiento contestó, según dijo una portavoz.",
        ),
    ),
    "Swedish": (
        _WEST,
        (
            "Färjan mellan Norrvik och Österby slutar gå på helgerna från den första maj, "
            "meddelade länet på tisdagen.",
            "Ingen har sagt sanningen till öborna, sade ordföranden i styrelsen efter mötet.",
        ),
    ),
    "Polish": (
        _MIDDLE,
        (
            "Burmistrz ogłosił w poniedziałek, że most zostanie zamknięty. Łodzie nie będą "
            "już mogły wpływać do portu.",
            "Mieszkańcy wyspy są oburzeni: nikt w gminie nie powiedział im prawdy o promie ani o pieniądzach.",
        ),
    ),
    "Hungarian": (
        _MIDDLE,
        (
            "A polgármester hétfőn bejelentette, hogy a híd egy hétig zárva marad, mert az "
            "árvíz megrongálta a pilléreit.",
            "A kikötőből nem indul több hajó, közölte a társaság; az őszi menetrend később jelenik meg.",
        ),
    ),
    "Turkish": (
        ("cp1254", "iso8859-9"),
        (
            "Belediye başkanı pazartesi günü köprünün kapatılacağını açıkladı. Gemiler artık limana giremeyecek.",
            "Adada yaşayanlar öfkeli: kimse onlara vapur hakkında gerçeği söylemedi, dedi İnci Yıldız.",
        ),
    ),
    "Lithuanian": (
        _BALTIC,
        (
            "Meras pirmadienį pranešė, kad tiltas bus uždarytas visą savaitę, nes potvynis apgadino dvi jo atramas.",
            "Salos gyventojai pyksta: niekas jiems nepasakė tiesos apie keltą ir šiųmetinį žiemos tvarkaraštį.",
        ),
    ),
    "Russian": (
        ("cp1251", "koi8_r", "iso8859-5", "cp866", *_UTF16),
        (
            "Паром между Норвиком и Остербю с первого мая перестанет ходить по выходным, сообщил во вторник округ.",
            "«Нас забыли», — сказала Берит Лунд. Жители острова написали письмо губернатору.",
        ),
    ),
    "Greek": (
        ("cp1253", "iso8859-7", *_UTF16),
        (
            "Ο δήμαρχος ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα κλείσει. Τα πλοία δεν θα "
            "μπορούν πια να μπαίνουν στο λιμάνι.",
            "Κανείς δεν είπε την αλήθεια στους κατοίκους του νησιού, έγραψε η εφημερίδα.",
        ),
    ),
    "Japanese": (
        ("shift_jis", "euc_jp", "iso2022_jp", *_UTF16),
        (
            "県は火曜日、ノルヴィクとオスタビーを結ぶ渡し船を五月一日から週末に運休すると発表した。",
            "島の人々は怒っている。だれも本当のことを話してくれなかったからだ。",
        ),
    ),
    "Chinese": (
        ("gb18030", "gb2312", *_UTF16),
        (
            "县政府星期二宣布，从五月一日起，诺维克与奥斯特比之间的渡轮周末将停止运营。",
            "岛上的居民很生气，因为没有人告诉他们关于船的真相。",
        ),
    ),
}
HELD: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "French": (
        _WEST,
        (
            "Le maire a déclaré à Genève que l'été serait long et que la cathédrale resterait fermée.",
            "Le sauvetage a coûté douze millions, a précisé la sœur du préfet, qui n'était pas là où on l'attendait.",
        ),
    ),
    "French with the euro": (
        ("cp1252", "iso8859-15"),
        ("Le billet coûtera 12 € dès février, a annoncé l'Œuvre des marins; le cœur de l'île s'inquiète.",),
    ),
    "Portuguese": (
        _WEST,
        (
            "O prefeito anunciou na segunda-feira que a ponte será fechada. Os barcos não "
            "poderão mais entrar no porto.",
            "A população da ilha está furiosa: ninguém lhe contou a verdade sobre a balsa, disse a vereadora.",
        ),
    ),
    "Italian": (
        _WEST,
        (
            "Il sindaco ha annunciato lunedì che il ponte resterà chiuso perché la piena ne "
            "ha danneggiato due pilastri.",
            "Nessuno ha detto la verità agli abitanti dell'isola, né il giornale né la "
            "società dei traghetti; così è.",
        ),
    ),
    "Danish": (
        _WEST,
        (
            "Færgen mellem Norrvik og Østerby holder op med at sejle i weekenden fra den "
            "første maj, oplyste amtet på tirsdag.",
            "Ingen har sagt sandheden til øboerne, sagde formanden for bestyrelsen efter mødet.",
        ),
    ),
    "Icelandic": (
        ("cp1252", "iso8859-15"),
        (
            "Bæjarstjórinn sagði á mánudag að brúin yrði lokuð í viku vegna þess að flóðið hefði skemmt tvær stoðir.",
            "Enginn hefur sagt íbúum eyjarinnar sannleikann um ferjuna, skrifaði blaðið.",
        ),
    ),
    "Czech": (
        _MIDDLE,
        (
            "Starosta v pondělí oznámil, že most bude týden uzavřen, protože povodeň poškodila dva jeho pilíře.",
            "Lidé na ostrově se zlobí: nikdo jim neřekl pravdu o přívozu ani o tom, kdo zaplatí opravu.",
            "Šéf přístavu říká, že žádná loď už nepřijede.",
        ),
    ),
    "Slovak": (
        _MIDDLE,
        (
            "Starosta v pondelok oznámil, že most bude týždeň zatvorený, pretože povodeň poškodila dva jeho piliere.",
            "Ľudia na ostrove sa hnevajú: nikto im nepovedal pravdu o kompe ani o tom, kto zaplatí opravu.",
        ),
    ),
    "Croatian": (
        _MIDDLE,
        (
            "Gradonačelnik je u ponedjeljak objavio da će most biti zatvoren tjedan dana jer "
            "je poplava oštetila stupove.",
            "Nitko otočanima nije rekao istinu o trajektu, piše županijski list, a žalbe se množe.",
        ),
    ),
    "Latvian": (
        _BALTIC,
        (
            "Mērs pirmdien paziņoja, ka tilts būs slēgts visu nedēļu, jo plūdi sabojājuši divus tā balstus.",
            "Neviens salas iedzīvotājiem nav teicis patiesību par prāmi, rakstīja avīze.",
        ),
    ),
    "Ukrainian": (
        ("cp1251", "koi8_u", *_UTF16),
        (
            "Мер повідомив у понеділок, що міст буде закрито на тиждень, бо повінь пошкодила дві його опори.",
            "Ніхто не сказав мешканцям острова правди про пором, написала газета «Її голос».",
        ),
    ),
    "Bulgarian": (
        ("cp1251", "iso8859-5"),
        (
            "Кметът съобщи в понеделник, че мостът ще бъде затворен за една седмица заради наводнението.",
            "Никой не каза на жителите на острова истината за ферибота, писа вестникът.",
        ),
    ),
    "Hebrew": (
        ("cp1255", "iso8859-8", *_UTF16),
        (
            "ראש העיר הודיע ביום שני כי הגשר ייסגר לשבוע, משום שהשיטפון פגע בשניים מעמודיו.",
            "איש לא אמר לתושבי האי את האמת על המעבורת, כתב העיתון.",
        ),
    ),
    "Arabic": (
        ("cp1256", "iso8859-6", *_UTF16),
        (
            "أعلنت المقاطعة يوم الثلاثاء أن العبارة ستتوقف عن العمل في عطلة نهاية الأسبوع ابتداء من أول مايو.",
            "لم يقل أحد الحقيقة لسكان الجزيرة عن السفينة، كما كتبت الصحيفة.",
        ),
    ),
    "Thai": (
        ("cp874", "tis-620", *_UTF16),
        ("นายกเทศมนตรีประกาศเมื่อวันจันทร์ว่าสะพานจะปิดเป็นเวลาหนึ่งสัปดาห์เพราะน้ำท่วมทำให้เสาเสียหาย",),
    ),
    "Korean": (
        ("euc_kr", "cp949", *_UTF16),
        (
            "군청은 화요일 노르비크와 오스터비를 잇는 나룻배가 오월 일일부터 주말에 운항을 멈춘다고 밝혔다.",
            "섬 주민들은 아무도 배에 대한 진실을 말해 주지 않았다며 화를 냈다.",
        ),
    ),
    "Chinese of Taiwan": (
        ("big5", *_UTF16),
        (
            "縣政府星期二宣布，從五月一日起，兩地之間的渡輪週末將停止營運，居民非常不滿。",
            "島上的居民很生氣，因為沒有人告訴他們關於船的真相。",
        ),
    ),
}


def encoded(half: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> list[tuple[str, str, str, bytes]]:
    """Language, encoding, text and its bytes: each sentence by itself, and all of a language together."""
    made = []
    for language, (encodings, sentences) in half.items():
        for encoding in encodings:
            for text in (*sentences, "\n\n".join(sentences)):
                try:
                    made.append((language, encoding, text, text.encode(encoding)))
                except UnicodeEncodeError:
                    continue
    return made
