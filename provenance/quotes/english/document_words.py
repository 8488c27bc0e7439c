"""English words of transcripts, speeches, letters and rulings, for `provenance.quotes.documents`."""

from __future__ import annotations

import re

from provenance.quotes.documents.document_words import DocumentWords


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in listed.split())


_ANY = re.IGNORECASE
_SPEECH = "speech|remarks|address|statement|testimony|lecture|keynote|sermon|homily|eulogy|toast|oration|intervention"

ENGLISH_DOCUMENTS = DocumentWords(
    asking=_words("q question questions interviewer interviewers reporter reporters journalist host"),
    answering=_words("a answer answers interviewee"),
    roles=_words(
        """
        chair the_chair chairman the_chairman chairwoman the_chairwoman chairperson the_chairperson president
        the_president vice_president the_vice_president speaker the_speaker deputy_speaker the_deputy_speaker
        madam_speaker moderator the_moderator clerk the_clerk witness the_witness judge the_judge the_court court
        counsel operator the_operator presiding_officer the_presiding_officer prime_minister the_prime_minister
        premier the_premier minister the_minister mayor the_mayor secretary the_secretary presenter anchor
        commissioner the_commissioner governor the_governor spokesman spokeswoman spokesperson lawyer
        """
    ),
    unknown=_words("voice man woman audience crowd participant unidentified speaker_unknown unknown caller narrator"),
    role_words=_words(
        """
        leader member chair chairs chairman chairwoman chairperson director secretary president senator senators sens
        sen rep reps representative governor minister general officer committee ranking majority minority assistant
        deputy mayor united states congressman congresswoman vice acting chief executive house senate attorney council
        councillor councilman councilwoman professor reverend judge justice department office host editor manager
        """
    ),
    no_labels=_words(
        """
        note notes nb photo photos picture pictures image images video audio source sources update updated correction
        corrections clarification more read_more read related see see_also watch listen contact contacts phone
        telephone tel fax email e-mail mail website web address when where who what why how cost costs date dates
        time times location venue place tickets ticket price prices admission info information details subject from
        to cc bcc re sent published posted by story text words caption credit credits copyright score scores result
        results total rating genre director cast ingredients method directions serves makes summary background tip
        tips step part chapter section article monday tuesday wednesday thursday friday saturday sunday breaking
        exclusive opinion analysis editorial review fact myth pro con pros cons warning ps tags topics topic category
        categories keywords file filed editor editors reporting writing edited twitter facebook instagram http https
        ftp home away goals attendance referee weather high low today tomorrow yesterday next previous also example
        e.g i.e namely for_example in_short bottom_line the_bottom_line key takeaway takeaways remember important
        attention caution verdict age born died height weight occupation title author authors publisher isbn pages
        released running_time starring rated stars grade model engine available deadline open opens closed hours
        media_contact press_contact for_immediate_release subject_line summary_of_facts table figure fig appendix
        problem solution conclusion introduction overview objective objectives purpose scope status first second
        third finally lesson transcript full_transcript video_transcript quote quotes quote_of_the_day
        """
    ),
    first_person=re.compile(
        r"\b(?:I(?:['’](?:m|ve|ll|d))?|[Mm]y|[Mm]e|[Mm]yself|[Mm]ine|[Ww]e(?:['’](?:re|ve|ll|d))?|[Oo]urs?|us|"
        r"[Oo]urselves)\b(?![.-]\w)"
    ),
    personal=re.compile(
        r"\b(?:I(?:['’](?:m|ve|ll|d))?|[Mm]y|[Mm]e|[Mm]yself|[Ww]e(?:['’](?:re|ve|ll|d))?|[Oo]urs?|us|"
        r"[Yy]ou(?:['’](?:re|ve|ll|d))?|[Yy]ours?|[Yy]es|[Nn]o,|[Tt]hanks?)\b(?![.-]\w)"
    ),
    transcript_head=re.compile(r"\b(?:transcripts?|verbatim|hansard|minutes of evidence|oral evidence)\b", _ANY),
    interview_head=re.compile(
        r"\b(?:interview(?:s|ed|ing)?|q ?(?:&|and|\+) ?a|questions? (?:and answers?|to|for|with)|conversation with"
        r"|(?:sits?|sat) down with|(?:talks?|talking|speaks?|speaking) (?:to|with)|answers (?:our|your|the) questions"
        r"|(?:ten|five|six|seven|eight|nine|four|three|\d{1,2}) questions|ask(?:s|ed)? me anything"
        r"|has been edited|(?:lightly )?edited for (?:length|clarity))\b",
        _ANY,
    ),
    interviewee=re.compile(
        r"\b(?:interview(?:s|ed|ing)?(?: (?:with|of))?|q ?(?:&|and|\+) ?a(?: with|:)?"
        r"|questions? (?:to|for|with)|conversation with|(?:sits?|sat) down with"
        r"|(?:talks?|talked|talking|speaks?|spoke|speaking|chat(?:s|ted)) (?:to|with)|(?:asked|met|meets))\s",
        _ANY,
    ),
    speech_head=re.compile(
        rf"\b(?:{_SPEECH}|opening remarks|state of the union)\b.{{0,60}}\b(?:of|by|from|to|at|on|before|as)\b"
        rf"|['’]s? (?:[\w-]+ ){{0,3}}(?:{_SPEECH})\b|\bfull text\b|\bas (?:delivered|prepared)\b"
        r"|\b(?:prepared|opening|closing|floor|inaugural|acceptance|farewell|keynote|maiden) "
        r"(?:remarks|statement|speech|address)\b",
        _ANY,
    ),
    speaker_next=re.compile(
        rf"\b(?:{_SPEECH})(?: (?!on|about|regarding|against)[\w-]+){{0,3}}? (?:of|by|from)\s"
        r"|\b(?:delivered|given|made|spoken|released|issued|as prepared for delivery|as delivered) by\s|^by\s",
        _ANY,
    ),
    speaker_before=re.compile(rf"['’]s? (?:[\w-]+ ){{0,3}}(?:{_SPEECH})\b", _ANY),
    address=re.compile(
        r"(?:(?:my )?(?:dear )?(?:friends|colleagues|comrades|neighbou?rs|brothers|sisters|students|graduates|members"
        r"|delegates|parents|citizens|fellow [\w-]+(?: [\w-]+)?)(?: and [\w ]{3,30})?[,.!:—–]"
        r"|ladies and gentlemen|(?:thank you|good (?:morning|afternoon|evening|day)|welcome)\b"
        r"|(?:mr|madam|mrs|ms|mister)\.? (?:[\w-]+ )?(?:president|speaker|chair(?:man|woman|person)?|secretary"
        r"|chancellor|mayor)\b|(?:your )?(?:excellenc(?:y|ies)|majest(?:y|ies)|honou?rs?)\b"
        r"|(?:honou?rable|distinguished|esteemed) [\w-]+)",
        _ANY,
    ),
    statement_next=re.compile(
        r"\b(?:the "
        r")?(?:following|full|complete|entire|prepared|text|statement|remarks|speech|address|letter|testimony"
        r"|message|op-ed|column|e-?mail|post|resolution|words)\b[^.!?]{0,140}:\s{0,3}$",
        _ANY,
    ),
    statement_inside=re.compile(
        r"\b(?:following|prepared) [\w-]+[^.!?:]{0,140}:\s{1,6}(?=[“\"]?[^\W\d_])|\bmade (?:this|the) "
        r"(?:statement|remarks?)[^.!?:]{0,100}:\s{1,6}(?=[“\"]?[^\W\d_])",
        _ANY,
    ),
    reported=re.compile(r"\b(?:said|says|told|added|according to)\b", _ANY),
    letter_opening=re.compile(
        r"(?:dear\b.{2,110}[,:;.!]?|(?:to|to all) (?:the editors?|whom it may concern)[^.!?]{0,60}[,:;.—–-]?"
        r"|sir(?:s|/madam| or madam)?,? ?[—–-]?)$",
        _ANY,
    ),
    letter_closing=re.compile(
        r"(?:(?:(?:very )?(?:truly|sincerely|respectfully|faithfully|cordially)|best|warm(?:est)?|kind(?:est)?"
        r"|yours?|with|respectfully|in solidarity|love|signed)"
        r"(?: (?:very|most|regards|wishes|truly|sincerely|faithfully|yours|submitted|respect|best|kind|warm|love"
        r"|and|thanks|gratitude|the undersigned|fraternally)){0,4}[,.]?)$",
        _ANY,
    ),
    open_letter=re.compile(r"\b(?:open letter|letters? to the editor)\b", _ANY),
    letter_head=re.compile(r"\bletter (?:to|from|of|by)\b", _ANY),
    second_person=re.compile(r"\b(?:you(?:['’](?:re|ve|ll|d))?|yours?|yourself)\b", _ANY),
    court=re.compile(
        r"\b(?:supreme|district|county|city|high|appeals?|appellate|circuit|crown|federal|constitutional|superior"
        r"|regional|administrative|family|labou?r|magistrates['’]?)\b.{0,30}\bcourt\b|\bcourt of\b|\btribunal\b",
        _ANY,
    ),
    ruling_head=re.compile(
        r"\b(?:judge?ment|ruling|opinion|order|decision|decree|verdict|award|memorandum|injunction|findings "
        r"of fact)\b",
        _ANY,
    ),
    parties=re.compile(
        r"\S.{1,80}\s(?:v|vs)\.?\s.{2,80}$|\bversus\b|\b(?:plaintiff|defendant|appellant|respondent|petitioner"
        r"|claimant)s?\b|\b(?:case|docket|cause|file|index)? ?(?:no|number)\.? "
        r"?[\dA-Z][\w:/.-]{2,}|\bbefore[: ].{0,60}"
        r"\b(?:judges?|justices?|J\.|JJ)",
        _ANY,
    ),
    ruling_words=re.compile(
        r"\b(?:it is (?:so |hereby |therefore |further )?ordered|the "
        r"(?:appeal|motion|claim|application|petition|action"
        r"|complaint) (?:is|was|must be|should be) (?:hereby )?(?:dismissed|allowed|granted|denied|upheld|refused)"
        r"|we (?:affirm|reverse|vacate|remand|hold)|(?:the|this) court (?:finds?|holds?|orders?|concludes?|rules|is "
        r"satisfied|considers?|accepts?|rejects?|must)|delivered the opinion|for (?:these|the foregoing) reasons"
        r"|the (?:plaintiff|defendant|appellant|respondent|claimant|petitioner)s?\b|judgment (?:for|is entered))",
        _ANY,
    ),
    judge=re.compile(
        r"\b(?:(?:mr|mrs|ms|lady|lord|chief|associate|presiding|district)\.? )*(?:justice|judge|magistrate)\s", _ANY
    ),
    end=re.compile(
        r"\W{0,4}(?:ends?|-?30-?|#{1,8}|transcript (?:by|provided)|this (?:interview|conversation|transcript) "
        r"(?:was|has"
        r"|is)|interview (?:by|conducted)|©|copyright|(?-i:About [A-Z])|for more information"
        r"|read more|photo)\b|(?:[\w ]{0,20}contacts?|source|tags?):|\W*#{2,8}\W*$|\W*\*{3,}\W*$",
        _ANY,
    ),
    aside=re.compile(r"[\[(].{1,80}[\])][.]?$|\W*$"),
)
