"""Two or three sentences of news per language, written for these tests."""

SENTENCES = {
    "en": "The council voted on Tuesday to close the old bridge. Residents said that they had not been asked.",
    "de": "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke zu schließen. Die Anwohner wurden "
    "nicht gefragt.",
    "fr": "Le conseil a décidé mardi de fermer le vieux pont. Les habitants disent qu'ils n'ont pas été consultés.",
    "es": "El ayuntamiento decidió el martes cerrar el puente viejo. Los vecinos dicen que no fueron consultados.",
    "it": "Il consiglio ha deciso martedì di chiudere il vecchio ponte. Gli abitanti dicono che non sono "
    "stati sentiti.",
    "pt": "A câmara decidiu na terça-feira fechar a ponte velha. Os moradores dizem que não foram consultados.",
    "nl": "De gemeenteraad heeft dinsdag besloten de oude brug te sluiten. De bewoners zeggen dat hun "
    "niets is gevraagd.",
    "sv": "Kommunen beslutade på tisdagen att stänga den gamla bron. De boende säger att de inte har "
    "blivit tillfrågade.",
    "da": "Byrådet besluttede tirsdag at lukke den gamle bro. Beboerne siger, at de ikke er blevet spurgt af nogen.",
    "no": "Kommunestyret vedtok tirsdag å stenge den gamle broen. Beboerne sier at de ikke har blitt spurt "
    "av noen etter møtet.",
    "fi": "Kaupunginvaltuusto päätti tiistaina, että vanha silta suljetaan. Asukkaat sanovat, että heiltä "
    "ei ole kysytty mitään.",
    "pl": "Rada miasta zdecydowała we wtorek, że stary most zostanie zamknięty. Mieszkańcy mówią, że nikt "
    "ich o to nie pytał.",
    "cs": "Zastupitelstvo v úterý rozhodlo, že se starý most uzavře. Obyvatelé říkají, že se jich na to "
    "nikdo neptal.",
    "sk": "Zastupiteľstvo v utorok rozhodlo, že sa starý most uzavrie. Obyvatelia hovoria, že sa ich na to "
    "nikto nepýtal.",
    "hu": "A városi tanács kedden úgy döntött, hogy lezárja a régi hidat. A lakók szerint őket nem kérdezték meg.",
    "ro": "Consiliul a hotărât marți să închidă podul vechi. Locuitorii spun că nu au fost întrebați de nimeni.",
    "tr": "Belediye meclisi salı günü eski köprünün kapatılmasına karar verdi. Sakinler bu konuda "
    "kendilerine bir şey sorulmadığını söyledi.",
    "id": "Dewan kota pada hari Selasa memutuskan untuk menutup jembatan lama itu. Warga mengatakan bahwa "
    "mereka tidak ditanya.",
    "vi": "Hội đồng thành phố hôm thứ Ba đã quyết định đóng cây cầu cũ. Người dân nói rằng họ không được hỏi ý kiến.",
    "ru": "Городской совет во вторник решил закрыть старый мост. Жители говорят, что их об этом не спрашивали.",
    "uk": "Міська рада у вівторок вирішила закрити старий міст. Мешканці кажуть, що їх про це не питали.",
    "bg": "Общинският съвет реши във вторник да затвори стария мост. Жителите казват, че не са ги питали за това.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα.",
    "he": "מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן.",
    "ar": "قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم، وقال السكان إن أحدا لم يسألهم عن ذلك من قبل.",
    "fa": "شورای شهر روز سه‌شنبه تصمیم گرفت که پل قدیمی را ببندد و ساکنان می‌گویند که از آنها پرسیده نشد.",
    "hi": "नगर परिषद ने मंगलवार को पुराने पुल को बंद करने का फैसला किया है। लोगों का कहना है कि उनसे नहीं पूछा गया।",
    "th": "สภาเมืองมีมติเมื่อวันอังคารให้ปิดสะพานเก่า ชาวบ้านบอกว่าไม่มีใครถามพวกเขา",
    "ja": "市議会は火曜日、古い橋を閉鎖することを決めた。住民は意見を聞かれなかったと話している。",
    "zh": "市议会周二决定关闭旧桥。居民们说，没有人征求过他们的意见。",
    "ko": "시의회는 화요일 오래된 다리를 폐쇄하기로 결정했다. 주민들은 아무도 묻지 않았다고 말했다.",
}
