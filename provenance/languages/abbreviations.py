"""Words that end in a full stop without ending a sentence, per language beside English: data of `text.sentences`.

All are in lower case and without their last full stop. `NAMES`: a name or a noun always follows; `NUMBERS`: the
sentence goes on where a number follows; `EITHER`: a word that commonly opens sentences decides. `ORDINAL_LEADS` are
words before an ordinal in languages that write it with a full stop ("der 14. Einbruch"). Nothing here reads a text.
"""

from __future__ import annotations

NAMES = {
    "de": "vgl lt sog dipl ing mag med phil jur rer nat prof dr hr fr frl st bzw ggf evtl ca gem inkl exkl einschl"
    " gez geb verh zzgl abzgl betr bez",
    "fr": "m mm mme mmes mlle mlles me mes pr dr éts ets st ste sts env vve mgr cf art al chap boul bd av fg",
    "es": "sr sra sres sras srta d dña dr dra prof profa lic ing arq gral cnel cap tte av avda c pza p pág págs núm"
    " núms art arts ee mons fr sto sta excmo excma ilmo ilma hno dpto",
    "it": "dott dott.ssa sig sig.ra sig.na sigg on avv ing prof prof.ssa geom rag arch mons don gen col cap ten"
    " p.zza v.le c.so art artt pag pagg n nn cfr cav comm ss",
    "pt": "sr sra srs sras srta dr dra drs prof profa eng arq exmo exma sto sta d av r pç trav art arts pág págs gen"
    " cel cap ten min des dep sen pe mons v exa",
    "nl": "dhr mevr mw drs mr ir ing dr prof ds st jhr gen kol art blz nr vgl bijv resp dhr.s wed",
    "pl": "red prof dr hab inż mgr gen płk ppłk kpt por sierż red ks bp abp św śp ul al pl os tzw ok zob por nt"
    " im woj art ust pkt poz s str tj np m.in wg ds",
    "ru": "проф акад доц г-н г-жа им ул пр пер пл наб д кв корп стр гл зам пом ген полк кап лейт св о арх см ср ст"
    " рис табл ок напр т.е т.н обл р-н",
}
NUMBERS = {
    "de": "nr abs art str bd kap s seite ziff rn az",
    "fr": "p pp chap art al n no fig vol env av",
    "es": "pág págs núm núms art arts cap vol nº p pp kg",
    "it": "pag pagg art artt n nn cap vol fig",
    "pt": "pág págs art arts cap vol nº p pp n",
    "nl": "art blz nr hfst str dorpsstr",
    "pl": "art ust pkt poz s str nr r rozdz tel",
    "ru": "ст стр гл рис табл п пп д кв ч см",
}
EITHER = {
    "de": "mio mrd tsd usw etc u.a z.b d.h v.a i.d.r o.ä s.o v.chr n.chr str nr co jan feb apr aug sept okt nov dez"
    " jh std min sek",
    "fr": "etc janv févr avr juil sept oct nov déc av.j.-c apr.j.-c n.d.l.r",
    "es": "etc uu ee.uu u.e ud uds vd a.c d.c ene feb abr ago sept oct nov dic lun mar mié jue vie sáb dom kg km",
    "it": "ecc a.c d.c gen feb mar apr mag giu lug ago set ott nov dic s.p.a s.r.l ca",
    "pt": "etc a.c d.c jan fev mar abr mai jun jul ago set out nov dez ltda s.a",
    "nl": "enz e.d etc o.a i.v.m m.a.w d.w.z n.a.v t.a.v a.d.h.v jan feb mrt apr aug sept okt nov dec jl",
    "pl": "itd itp r w m.in np tys mln mld zł gr godz min proc lit stycz",
    "ru": "т.е т.д т.п др г гг в вв тыс млн млрд руб коп чел н.э",
}
# Words that open a sentence, besides the function words of the language.
OPENERS = {
    "de": "danach dann dort hier so nun auch doch allerdings zudem dabei damit seit nach alle viele niemand nichts",
    "fr": "rien tout tous ce cette ces on nous après selon ici ainsi puis alors pourtant cependant enfin personne",
    "es": "luego después ahora así entonces además también nadie nada todos ese esta aquí según tras",
    "it": "poi dopo ora così inoltre nessuno niente tutti questo questa qui secondo ieri oggi",
    "pt": "depois agora assim então também ninguém nada todos esse esta aqui segundo após ontem hoje",
    "nl": "daarna dan nu zo ook niemand niets iedereen alle deze dit hier volgens na gisteren",
    "pl": "potem teraz tak także nikt nic wszyscy ten ta tu według po wczoraj dziś więcej",
    "ru": "потом затем теперь так также никто ничего все всё этот эта здесь по после вчера сегодня больше",
}
ORDINAL_LEADS = {
    "de": "der die das den dem des am vom zum zur im beim ein eine einen einem einer jeder jede sein ihr seinen ihren"
    " gegen seit bis ins",
}
# A part of a street's or a road's name ("Hauptstr.", "Dorpsstr."), whatever comes before it.
ENDINGS = {"de": ("str", "pl"), "nl": ("str", "ln")}
