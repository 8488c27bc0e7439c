"""English words that the rules for reported speech use, as data, by class of word or kind of verb.

`provenance.quotes.word_classes` says what the keys mean that all languages share, `reporting_words` names the classes
and kinds of verbs of English alone. Python and not another format, because every start reads it: as TOML it took 12
of the 24 ms that importing the rules took.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORDS: Mapping[str, Any] = {
    # a paragraph that opens with one of these is the publisher's, not the article's
    "notes": ["editor's note:", "editor’s note:", "editors' note:", "editors’ note:"],
    "possessives": ["’s", "'s"],
    "verbs": {
        # "she said that ...": the verb alone makes what follows an utterance
        "that": """
            say add note write tweet argue explain warn claim declare state announce acknowledge insist recall reply
            predict suggest reveal conclude stress reiterate lament assert contend remark observe comment confirm deny
            admit concede allege caution complain report respond boast emphasize emphasise quip joke testify estimate
            indicate maintain recount confess counter retort exclaim whisper mutter shout yell scream post opine muse
            speculate theorize proclaim disclose affirm reason proffer assess imply clarify specify retweet repeat
            echo intone deadpan scoff snap gush chant mock continue vent surmise counsel recommend marvel fret grumble
            gripe chide blog posit hint signal charge answer fume bark demur react thunder read point laugh roar
            bellow sneer sigh tease implore plead interject interrupt crow brag inveigh venture volunteer elaborate
            expound rail summarize begin
        """,
        # "he told reporters that ...": somebody is spoken to first
        "addressee": "tell remind assure inform advise notify warn ask urge caution persuade",
        "asking": "ask wonder question inquire demand",
        # "she refused to ..."
        "to": "promise vow pledge decline offer urge ask demand order instruct encourage",
        "showing": "show find",
        # only beside quotation marks: "he called the plan “a fraud”"
        "naming": """
            call describe criticize accuse blast denounce praise endorse reject defend cite mention mock attack
            dismiss condemn slam question blame oppose support announce propose express rip decry voice deem label
        """,
        # only of people without a name: "experts believe ...", "military sources now describe ..."
        "thinking": "believe expect fear suspect think hope see view",
    },
    "irregular": {
        "think": "thinks thought thinking",
        "see": "sees saw seen seeing",
        "say": "says said saying",
        "tell": "tells told telling",
        "write": "writes wrote written writing",
        "read": "reads reading",
        "find": "finds found finding",
        "show": "shows showed shown showing",
        "deny": "denies denied denying",
        "reply": "replies replied replying",
        "testify": "testifies testified testifying",
        "admit": "admits admitted admitting",
        "quip": "quips quipped quipping",
        "clarify": "clarifies clarified clarifying",
        "slam": "slams slammed slamming",
        "rip": "rips ripped ripping",
        "specify": "specifies specified specifying",
        "imply": "implies implied implying",
        "decry": "decries decried decrying",
        "snap": "snaps snapped snapping",
        "retweet": "retweets retweeted retweeting",
        "tweet": "tweets tweeted tweeting",
        "chant": "chants chanted chanting",
        "blog": "blogs blogged blogging",
        "joke": "jokes joked joking",
        "begin": "begins began beginning",
        "plead": "pleads pleaded pleading",
        "demur": "demurs demurred demurring",
        "brag": "brags bragged bragging",
    },
    "lemmas": {
        # a clause without "that" may follow
        "bare_clause": """
            say add argue note announce tell claim warn insist acknowledge suggest explain predict believe think hope
            fear declare write state conclude report allege admit contend assert maintain tweet estimate concede
            complain recall reveal confirm deny describe ask wonder indicate lament stress emphasize reiterate urge
            boast recount question caution remind assure advise testify repeat echo recommend hint find show
        """,
        # of those, these are too often something else when "that" is missing
        "needs_that": """
            maintain advise point state find mock continue post signal charge counsel reason inform recommend repeat
            reiterate show offer pledge vow promise agree admit persuade demand recount chant comment remark respond
        """,
        # and of these, what is added or reported is as often a thing as a clause
        "needs_clause": "add confirm echo tell boast declare deny",
        "only_quotations": """
            answer fume bark demur react thunder read laugh roar bellow sneer sigh tease implore plead chide interject
            interrupt crow venture volunteer elaborate begin summarize rail expound repeat charge
        """,
        "takes_of": "complain warn say speak remind",
        "takes_about": "complain joke warn wonder ask boast brag write question",
        "never_inverted": "tell remind assure inform",
        "without_subject": "say report announce expect tell ask",
        "passive_to_skip": "tell expect ask",
    },
    "forms": {
        # nouns or adjectives as often as verbs
        "ambiguous": """
            charges charge reports report claims claim posts post comments comment remarks notes note states state
            questions question estimates estimate signals signal hints reveal demand demands order orders offer offers
            finds fears hopes shows point points show tweet tweets promises promise counter stress estimate reason
            mock charged continue continues counsel pledge addresses written reasons
        """,
        "plain_showing": "found finds showed shows show",
        "plain_past": "said told wrote",
        "participles": """
            citing calling describing accusing referring reflecting highlighting underscoring signaling prompting
            marking sparking drawing specifically
        """,
        "according": "according",
        "to": "to",
        "by": "by",
        "of": "of",
        "about": "about",
        "that": "that",
    },
    "words": {
        "auxiliaries": """
            has have had did does do will would could can may might should must also later then once previously
            recently repeatedly often further never not already still now even just first again always sometimes
            himself herself themselves itself both all is was are were be been being to has’ haven’t hasn’t didn’t
            doesn’t don’t won’t can’t couldn’t wouldn’t isn’t aren’t wasn’t weren’t didn't don't doesn't hasn't won't
            soon quickly long ever simply earlier famously too instead
        """,
        "adverbs": """
            also later then once previously recently repeatedly often further never already still now even just first
            again always both all soon quickly long ever simply earlier famously too instead not
        """,
        "be": "is was are were be been being",
        "days": "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow",
        "times": """
            monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning night
            afternoon evening earlier later recently afterward afterwards week month year weekend on last this early
            late january february march april may june july august september october november december jan feb aug
            sept oct nov dec ago
        """,
        "pronouns": "he she they it we i you",
        "persons": "he she",
        "objects": "him her them",
        "masculine": "he him his",
        "feminine": "she her",
        "relatives": "who which that",
        "persons_relative": "who which",
        "boundaries": """
            and but when as because if while after before although though where since until or so yet whether than
            whereas once unless
        """,
        "determiners": """
            the a an his her their its our my some many several one two three four both most few these those this that
            another each no other more
        """,
        # determiners after which a verb may stand: "some say"
        "speaking_determiners": "that these those some many most few both one more two three this",
        "prepositions": """
            in on at during after before from with by via through for about over to under into of between among
            against without within amid following
        """,
        # where or how something was said
        "occasions": """
            interview statement email e-mail speech tweet tweets post letter memo conference debate rally filing
            report testimony interviews remarks call message video article column book op-ed blog briefing hearing
            editorial essay event ad meeting phone release twitter facebook television tv appearance address
            conversation telephone text memoir affidavit court
        """,
        "reporting_nouns": """
            statement claim argument suggestion assertion belief contention notion idea allegation accusation warning
            promise pledge view hope fear concern conclusion prediction
        """,
        "titles": """
            mr mrs ms dr sen rep gov gen lt col sgt rev prof president senator governor secretary judge justice
            speaker chairman mayor congressman congresswoman representative general colonel professor minister prime
            chancellor king queen pope sir lord lady pastor bishop republican democrat democratic former vice
            candidate nominee sheriff officer director attorney chief executive
            commissioner chairwoman chairperson councillor councilman councilwoman alderman assemblyman captain
            reverend archbishop ambassador superintendent commander lieutenant sergeant major admiral
        """,
        "male_titles": "mr",
        "female_titles": "mrs ms lady queen congresswoman chairwoman councilwoman",
        # before a title of a work rather than speech
        "works": """
            titled entitled called dubbed nicknamed book song film movie album show series novel magazine documentary
            so-called named play episode article headlined slogan headline
        """,
        "clause_starters": """
            the a an his her their its our my i he she it they we you there this these those that if no not what how
            why when who whether some many most all any because more nothing everyone people
        """,
        "question_words": "if whether who what how why when where which about for that",
        "clause_words": "that whether if how what why",
        "ends_after_comma": "but while though although compared who which they a whereas",
        # "but" and one of these goes on with what was said
        "contrasts": "not only instead rather because more less",
        "joins": "and but while though although as",
        "and_or": "and but then or",
        "leading": """
            on in at last earlier later meanwhile but and still however yet then so also now instead besides again
            nevertheless when as while after though although because if since until where that whether neither even
        """,
        "leading_places": "on in at last",
        "opening_adverbs": "when after as on in at before during earlier while asked if",
        # "he seemed to say", "she continued to argue"
        "semi_auxiliaries": "seemed seems appeared appears began begins continued continues tried tries",
        "leading_conjunctions": "but and still yet so",
        "name_particles": "de van von der al bin la da di du del dos ben ibn el",
        "addressed": """
            me him her us them you it reporters supporters voters journalists people lawmakers police fans delegates
            donors investigators everyone
        """,
        "addressed_titles": "host anchor reporter newspaper magazine station the leader",
        "late_adverbs": """
            just publicly recently repeatedly again once afterward previously simply bluntly flatly then however
        """,
        "not_adverbs": "family ally assembly daily july rally reilly kelly",
        "after_speaker": "who which when as after while during because",
        # people without a name whose view counts as said
        "sources": """
            experts analysts officials sources observers critics economists scientists researchers historians
            diplomats lawyers doctors engineers investigators strategists specialists academics insiders witnesses
            residents activists campaigners scholars commentators
        """,
        "subordinators": "as because if while after before although though where since when once unless whereas",
        "ends_source": "who which that as when",
        "organisations": """
            news times post university house department state states party campaign court committee journal street
            press council college institute center association foundation group bank company white new york north
            south west east united city county board agency office service commission congress senate act bill street
            day america american club school church union world national magazine review today facebook twitter tower
            column democrats republicans ministry police army centre corporation authority federation society trust
        """,
    },
    "names": {
        "female": """
            hillary mary anna anne ann jennifer kellyanne carly sarah nikki ivanka melania michelle elizabeth jill
            susan kelly megyn nancy barbara linda patricia maria karen lisa donna carol ruth sharon laura kimberly
            debbie jessica amy angela rebecca stephanie kathleen martha janet catherine christine samantha diane julie
            joyce victoria heather teresa gloria emily hope katrina loretta condoleezza sally huma cheryl rachel alice
            helen margaret theresa marine tammy claire kirsten dianne olivia emma sophia jane joan judy katie kate
        """,
        "male": """
            donald bernie ted john marco jeb bill barack joe james robert michael mike david william richard thomas
            charles paul mark george steven steve kevin brian edward ed ronald tim timothy jason jeff jeffrey ryan
            gary eric stephen scott frank raymond greg patrick peter jack dennis jerry alex chris christopher ben
            mitch mitt rick rand lindsey lewis roger sean tom dan daniel matthew anthony tony andrew adam harry henry
            sam larry rudy newt reince corey jared vladimir martin bob jim matt nick karl ken keith rupert khizr
        """,
    },
    "edits": {
        # words inside quotation marks that an editor drops or adds without changing what was said
        "fillers": "that uh um er erm ah well okay ok oh please",
        "articles": "a an the",
        "openers": "and but so now well because or yet then",
        "asides": "like you_know i_mean i_guess you_see i_suppose",
        "clauses": """
            and but or so that which who whom whose because although though while when where if unless since as until
            whether without
        """,
        "complements": "that whether if",
        "weak": """
            the a an of in on at to and or but for with by from that this it is was are were be been has have had he
            she they we i you his her their our my its as
        """,
        "negations": "not no never none nothing nobody nowhere neither nor without cannot hardly barely",
        "negative_endings": "n't",
        "reversals": """
            only doubt doubts doubted deny denies denied denying refuse refuses refused refusing fail fails failed
            failing unlikely unable unwilling impossible false untrue lie lies refuted avoid avoids avoided stop
            stopped seldom rarely scarcely
        """,
        "amounts": "few little",
        "possessive": "'s",
        "capitals": "I",
        "numbers": """
            zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
            thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30
            forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 first=1st second=2nd third=3rd
            fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th eleventh=11th twelfth=12th
            twentieth=20th thirtieth=30th percent=% m=million bn=billion
        """,
        "contractions": """
            won't=will_not can't=can_not cannot=can_not shan't=shall_not ain't=ain_not let's=let_us gonna=going_to
            wanna=want_to gotta=got_to
        """,
        "contracted_endings": "n't=not 're=are 've=have 'll=will 'm=am 'd='d",
        # "he's" is "he is" or "he has"; "the mayor's" is an owner
        "shortened": """
            it's=it_'s that's=that_'s there's=there_'s he's=he_'s she's=she_'s what's=what_'s who's=who_'s
            here's=here_'s where's=where_'s how's=how_'s when's=when_'s why's=why_'s nobody's=nobody_'s
            everybody's=everybody_'s everyone's=everyone_'s somebody's=somebody_'s someone's=someone_'s this's=this_'s
        """,
        "short_for": "'s=is|has 'd=would|had ain=is|am|are|has|have|did",
        # British and American spelling: endings that mean the same
        "spellings": """
            isation=ization ise=ize ises=izes ised=ized ising=izing yse=yze ysed=yzed ysing=yzing our=or ours=ors
            oured=ored ouring=oring ourable=orable ourite=orite lled=led lling=ling ller=ler tre=ter tres=ters ogue=og
            ogues=ogs ence=ense ences=enses amme=am ammes=ams
        """,
        "same_spelling": """
            grey=gray tyre=tire tyres=tires cheque=check cheques=checks licence=license licences=licenses
            practise=practice plough=plow whilst=while amongst=among towards=toward learnt=learned burnt=burned
            dreamt=dreamed spelt=spelled aeroplane=airplane jewellery=jewelry kerb=curb mum=mom ageing=aging
            judgement=judgment storey=story sceptical=skeptical per_cent=percent though=although colour=color
            labour=labor neighbour=neighbor 's=is 'd=would any_more=anymore no_one=noone on_to=onto for_ever=forever
            programme=program programmes=programs metre=meter metres=meters litre=liter litres=liters fibre=fiber
            humour=humor rumour=rumor tumour=tumor vapour=vapor savour=savor favour=favor honour=honor armour=armor
            harbour=harbor flavour=flavor odour=odor mould=mold manoeuvre=maneuver defence=defense offence=offense
            pretence=pretense cosy=cozy draught=draft enrol=enroll fulfil=fulfill skilful=skillful sulphur=sulfur
            aluminium=aluminum ok=okay
        """,
        "scales": """
            hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 bn=1000000000
            m=1000000
        """,
        "number_joins": "and",
        "currencies": "$=dollars €=euros £=pounds ¥=yen",
        "ordinal_endings": "st nd rd th",
    },
}
