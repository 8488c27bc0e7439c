"""The words that every text of a language is full of, as data: a table per language, by code.

Each table has about fifty of the most frequent words with little meaning, and words that tell it from its nearest
relatives (Danish "af", Norwegian "av"). They are written by hand and in lower case. Languages whose letters nobody
else uses have none: the script says which they are.
"""

from __future__ import annotations

from collections.abc import Mapping

FUNCTION_WORDS: Mapping[str, str] = {
    "en": "the of and to in that is was for on with as it he she they be by at from his her their have has had "
    "not are were been this which who whom its but or an would will said after about there than into "
    "could when what also more no up out if we you i my your our us them can should over before because "
    "between through while where how only most such then these those being other some any all so do does "
    "did just now it's don't i'm can't isn't get got make made like know think see want need use used "
    "using first last new year years day time people good many much very why here please thanks anyone "
    "someone something without within against during per each both still even until since under again off "
    "down too own same says according may might must",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine einen einem einer eines "
    "als auch es an er hat aus bei nach wird sie am um sind noch wie über zum zur war haben nur oder aber "
    "vor bis mehr durch man sein wurde wurden sei werden dass wir ich ihr ihre seine kann gegen vom schon "
    "wenn unter so hatte diese dieser dieses sagte keine kein was können muss soll habe worden ihm ihn "
    "uns doch beim bereits sowie",
    "fr": "le la les de des du et en un une est que qui dans pour au aux pas sur par plus ne se ce cette ces il "
    "elle ils elles avec son sa ses leur leurs ont été sont mais ou où nous vous je on comme tout même "
    "fait être avait était après selon sans entre aussi dont deux depuis si lui moins très peut c'est "
    "qu'il d'un d'une n'est avoir l d qu n s j c t y à cela encore alors",
    "es": "el la los las de del y en un una que es por para con no se su sus al lo como más pero ha han fue era "
    "son este esta esto estos estas entre cuando muy sin sobre también ser hasta desde donde quien todo "
    "todos nos ya le les porque durante contra ni si hay años dijo según tras está están había yo ella él "
    "ellos otro otra otros cada tiene dos aunque después antes mientras cual hace así",
    "it": "il lo la i gli le di del della dei delle dello degli e in un una che è per con non si sono da dal "
    "dalla dai al alla alle ai agli nel nella nei nelle su sul sulla come più ma anche ha hanno stato "
    "stata stati essere questo questa questi queste suo sua suoi ci se o ed ad era dopo anni tra fra loro "
    "lui lei quando due secondo perché così cui dove molto ancora già sempre ogni senza fino io noi c'è l "
    "d un'altra",
    "pt": "o a os as de do da dos das e em um uma que é para por com não se no na nos nas ao aos à às mais mas "
    "foi são como seu sua seus suas ou ser tem pelo pela pelos pelas também já está estão entre sobre "
    "quando muito até isso esta este essa esse ele ela eles elas depois sem mesmo ainda segundo disse há "
    "foram era anos dois nem só onde porque após eu você nós lhe quem pode ter num numa",
    "gl": "o a os as de do da dos das e en un unha que é para por con non se no na nos nas ao aos á máis mais "
    "pero foi son como seu súa seus súas ou ser ten polo pola polos polas tamén xa está están entre sobre "
    "cando moi até iso esta este esa ese el ela eles despois sen mesmo aínda segundo dixo hai foron era "
    "anos dous nin só onde porque unhas uns dun dunha nun nunha co coa cos lle",
    "ca": "el la els les de del dels i en un una que és per amb no es seu seva seus seves al als com més però "
    "ha han va van són aquest aquesta aquests això entre quan molt sense sobre també ser fins des on qui "
    "tot ja li perquè segons després hi ho està estan havia hem dos altres cada així encara nou pel pels "
    "l d s n",
    "ro": "și în de la cu pe a al ai ale un o că să nu este sunt din care pentru mai fi au ar fost lui ei se ce "
    "prin după dar sau când dintre între până cel cea cei cele sa său lor acest această aceste acestea "
    "iar fără nici foarte despre către asupra unei unui unor dacă doar toate",
    "nl": "de het een en van in is dat op te zijn voor met die niet aan er om ook als bij maar door naar uit "
    "over hij ze zij was werd worden wordt heeft hebben had nog meer geen of dan tot wel kan zich dit "
    "deze hun haar wij we ik je na tegen onder zou moet zo al waar wat volgens tussen omdat toen veel wil "
    "alleen jaar zei onze daar hem",
    "af": "die van en in is dat op te vir met wat nie aan om ook as by maar deur na uit oor hy sy het was word "
    "sal kan nog meer geen of dan tot hul hulle haar ons ek jy teen onder moet so waar volgens tussen "
    "omdat toe baie een hierdie daar dit gesê jaar n",
    "lb": "de den d an dat dem eng en ass sinn op mat fir vun vum zu net hunn huet ginn gëtt war et hien si och "
    "awer oder wann wéi bei duerch iwwer ënner nach méi als zum ëmmer där déi dës dëse hir säi säin keen "
    "keng sech haut",
    "sv": "och i att det som en på är av för med den till inte har de ett om han hon var men sig från så vi jag "
    "kan när år efter vid eller också skulle hade under ska blev sin sina sitt utan mot där mellan över "
    "ut upp denna detta dessa man varit bara nu mycket enligt hur vad deras kommer blir alla någon säger",
    "da": "og i at det som en på er af for med den til ikke har de et om han hun var men sig fra så vi jeg kan "
    "når år efter ved eller også skulle havde under skal blev sin sine sit uden mod hvor mellem over ud "
    "op denne dette disse man været kun nu meget ifølge hvordan hvad deres bliver alle nogen siger mig "
    "dem da hvis",
    "no": "og i at det som en på er av for med den til ikke har de et om han hun var men seg fra så vi jeg kan "
    "når år etter ved eller også skulle hadde under skal ble sin sine sitt uten mot hvor mellom over ut "
    "opp denne dette disse man vært bare nå mye ifølge hvordan hva deres blir alle noen sier meg dem da "
    "hvis ikkje frå eit dei vart",
    "is": "og að í á er sem til við um en það var með af fyrir ekki hann hún þeir þau hafa hefur hafi sé þar "
    "þess þetta þessi því frá eftir eða þegar einnig verið verður voru eru vera sagði ég mjög sér sinni "
    "þeim hjá yfir undir",
    "fi": "ja on ei että se oli hän mutta ovat joka myös kun kuin niin tai jos ole olla ollut mukaan sekä jo "
    "vain hänen sen tämä tämän näin mitä vielä nyt ne he jotka jossa jonka kanssa ennen jälkeen koska "
    "sitä voi minä me eivät olivat noin sanoo sanoi vuoden mitään mikä siitä sitten",
    "et": "ja on ei et see oli ta aga kui ka mis kes või oma selle seda nii siis veel nad ning ole olid pole "
    "välja üle juba mida mille kuid pärast enne koos ainult väga sest meie tema nende saab peab võib "
    "olnud ütles aasta aastal vastu kõik seal siin",
    "lv": "un ir ka no ar uz par tas ko kas bet arī tā to gan pēc lai vai tika bija nav kā šo šis tiek pie līdz "
    "jau tikai kur ja gada viņš viņa viņi ļoti savu vēl būs pirms šajā kuru kuri visi mēs es bez starp",
    "lt": "ir yra kad į iš su ne bei kaip tai jo bet apie ar po už buvo nuo jau dėl tik taip pat prie kai savo "
    "šį šis kuris kuri kurie metų ji jis jie mes aš bus gali turi labai tarp pagal tačiau dar būti nėra "
    "visi iki",
    "pl": "i w na z się że do nie to jest jak o po za od ale przez dla jego co oraz który która które którzy są "
    "był była było były ma przy przed tym tej tego ten ta czy już tylko jeszcze może także również być "
    "lub roku lat między pod jej ich bardzo kiedy gdy ponieważ powiedział we ze będzie został została "
    "mnie nas nad więc żeby",
    "cs": "a v se na že je to s z do o k pro ale jako by jsou byl byla bylo byly za po podle který která které "
    "při také tak už i ve od jeho jejich až roku jen nebo mezi před však co jak má když než více být "
    "ještě jsme není řekl kde aby pokud této tento ze bude jsem velmi proto mu",
    "sk": "a v sa na že je to s z do o k pre ale ako by sú bol bola bolo boli za po podľa ktorý ktorá ktoré pri "
    "tiež tak už i vo od jeho ich až roku len alebo medzi pred však čo má keď než viac byť ešte sme nie "
    "povedal kde aby ak tejto tento zo bude som veľmi preto mu aj ktorí",
    "sl": "in v je na za se da so z s ki pri po tudi ne bi od kot pa do ali ni bil bila bilo bili še že med iz "
    "zaradi pred lahko sem smo ta to tem tega bo bodo leta ko če njegov njihov samo več vse kaj kako kjer "
    "ker proti svoje brez bolj",
    "hr": "i u je na da se za od su s a iz koji koja koje što kao ne o po ali bi će do te nije bio bila bilo "
    "ili sve samo kako nakon tako već prema još bez kad kada ako jer oni ona on smo sam ih mu nego pri "
    "svoje gdje također tijekom tko uvjet prije dvije vrijeme rekao tisuća tjedna",
    "sr": "i u je na da se za od su sa a iz koji koja koje što kao ne o po ali bi će do te nije bio bila bilo "
    "ili sve samo kako nakon tako već prema još bez kad kada ako jer oni ona on smo sam ih mu nego pri "
    "svoje gde takođe tokom ko šta pre dve vreme rekao hiljada nedelje posle и у је на да се за од су са "
    "а из који која које што као не о по али би ће до није био била било или све само како након тако већ "
    "према још без кад када ако јер они она он смо их му него при своје где такође током шта пре после",
    "hu": "a az és hogy nem is egy ez ezt azt van volt meg csak de már el mint még ki ha vagy kell fel lesz be "
    "majd sem után szerint között pedig lehet ami aki amely minden nagyon úgy így most mert volna vannak "
    "voltak illetve ezért ennek annak nélkül mondta által miatt több",
    "tr": "ve bir bu da de için ile olarak çok daha olan o ne kadar gibi sonra en ancak var ise ki değil her mi "
    "ya veya olduğu olduğunu tarafından göre kendi şu diye hem ama yok iki önce ilk arasında karşı sadece "
    "bile yeni dedi etti oldu söyledi eden ettiği yıl gün günü konuda bunu buna bunun onun biz ben üzere "
    "yapılan kendisine kendilerine",
    "vi": "và của là có không được cho trong với các một những này đã để người khi cũng từ đến về ra như theo "
    "tại còn vào năm nhiều sẽ bị trên đó sau phải nhưng thì rằng nếu việc do hơn chỉ",
    "id": "yang dan di ini itu dengan untuk dari dalam tidak pada ke akan juga adalah ada oleh karena telah "
    "mereka bahwa atau sudah bisa saya kami kita dia ia tersebut sebagai lebih saat tahun seperti namun "
    "setelah kepada para menjadi hanya antara belum masih lalu tak uang",
    "ms": "yang dan di ini itu dengan untuk dari dalam tidak pada ke akan juga adalah ada oleh kerana telah "
    "mereka bahawa atau sudah boleh saya kami kita dia ia tersebut sebagai lebih ketika tahun seperti "
    "namun selepas kepada para menjadi hanya antara belum masih beliau ialah tak wang daripada turut "
    "manakala berkata",
    "tl": "ang ng sa na mga ay at si ni para hindi ito kay mula may niya nila siya sila ko mo ka kung pa lang "
    "rin din naman dahil kanyang isang nang pero ako tayo kami ating nito upang noong matapos wala",
    "sw": "na ya wa kwa ni katika za la cha vya hii hiyo huu yake wake wao kuwa kama alisema lakini pia sana "
    "baada kabla hata ambayo ambao yao hizo watu mwaka hakuna kila zaidi wakati hayo",
    "sq": "të e në dhe për me një që i nga është u së si më nuk ka do kanë ishte por edhe këtë kjo ky ai ajo "
    "ata janë deri pas prej tij saj tyre kur ose mund duke vetëm shumë qe",
    "eu": "eta da du dira ez bat ere zuen den egin izan dute baina hori hau zen beste duen ditu egiten dela "
    "izango bere batean gero oso baino edo horrek orain arte",
    "cy": "y yr yn a i o ar mae ei wedi ac bod am eu gan gyda oedd i'r o'r nid fod hefyd ond cael un sydd hyn "
    "pan bydd roedd wrth dros ni",
    "ga": "an na agus ar i a is go ag le bhí tá sé sí do leis ó nach atá den sa mar ach faoi gur iad níl seo "
    "sin chun idir nuair",
    "ru": "и в не на что с по это как из но к у за от для его он она они то же так о а был была было были быть "
    "который которая которые также после при до или только бы уже если их мы я все еще ещё ее её чтобы во "
    "со этого между через более может году лет под когда где нет сказал",
    "uk": "і в не на що з та у до за це як від для про його він вона вони але також після при або тільки якщо "
    "їх ми є був була було були який яка які ще вже бути щоб року й із під між через якої більше може "
    "коли де те цього",
    "be": "і ў не на што з у да за гэта як ад для пра яго ён яна яны але таксама пасля пры або толькі калі іх "
    "мы быў была было былі які якая якія яшчэ ўжо каб года пад паміж праз больш можа дзе",
    "bg": "и на да в за се от е с не са по че до като това ще си или но при към след който която които беше бе "
    "има само още във със този тази тези няма бъде когато между през много ако вече той тя те може година "
    "каза",
    "mk": "и на да во за се од е со не сума по дека до како ова ќе си или но при кон кој која кои беше само "
    "уште овој оваа овие нема биде кога меѓу преку многу ако веќе тој таа тие може година рече што ги го "
    "ја му",
    "kk": "және мен бен пен бұл бір үшін деп де да ол осы сол бар жоқ болып болған еді керек туралы кейін дейін "
    "қазақстан емес өз барлық жылы",
    "ar": "في من على إلى أن عن التي الذي ما لا هذا هذه ذلك تلك كان كانت قد لم مع كل بعد قبل بين حتى أو ثم لكن "
    "هو هي هم إن منذ غير خلال عند حيث كما وقد وفي ومن أي بعض لدى الذين وقال قال وأن عام يوم وكان ولا",
    "fa": "در به از که این را با است برای آن یک خود تا بر هم نیز شد شده می های کرد کرده بود باید یا اما ما هر "
    "بین دو پس همه اگر شود وی گفت او آنها باشد دارد کند هستند دیگر چه سال",
    "ur": "کے کی میں ہے اور سے کا کو اس نے کہ پر یہ ہیں تھا تھی تھے بھی ایک وہ ان جو کر لئے لیے گیا ہو نہیں تو "
    "کیا ہوئے اپنے ساتھ بعد تک",
    "ps": "په د چې او کې ته دا له هغه سره يې شي کړي وي نه دي ده يو لپاره هم خو تر کوي",
    "hi": "के में की है और से का को पर ने कि यह हैं था थी थे भी एक वह इस उन जो कर लिए गया हो नहीं तो ही या साथ "
    "बाद तक अपने किया रहा रही रहे कहा लेकिन",
    "mr": "आणि आहे या च्या मध्ये ही हे तो ती ते नाही होते होता होती आहेत करण्यात केली केले साठी पण की व त्या यांनी असे झाली",
    "ne": "र को मा छ ले यो भने पनि हो थियो गरेको छन् लागि भएको एक गर्न तर बाट नेपाल लाई यस त्यो हुने गर्ने",
}
