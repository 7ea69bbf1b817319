"""What gives a block of scraped text away: tables of named cues, tried in order on one line of text.

Every cue has a length limit, so no pattern ever meets a long line; what no cue claims stays a paragraph, since a
statement that is lost costs more than a stray line that is kept.
"""
# ruff: noqa: E501 - a row of a table stays on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import BlockKind


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that makes a line of at most `longest` characters a block of the kind."""

    name: str
    kind: BlockKind
    longest: int
    pattern: re.Pattern[str]


_AGENCY = (
    r"(?:Reuters|AFP|Agence France-Presse|AP(?: Photo)?|Associated Press|The Associated Press|Getty(?: Images)?|EPA(?:-EFE)?"
    r"|EFE|DPA|PA(?: Media| Wire)?|Press Association|Bloomberg(?: News)?|Anadolu(?: Agency)?|Xinhua|TASS|Interfax|Ukrinform|UNIAN|ANSA"
    r"|Keystone|Imago|UPI|Corbis|Shutterstock|iStock(?:photo)?|Zuma(?: Press)?|Alamy|Flickr|Wikimedia(?: Commons)?|NurPhoto"
    r"|Sipa(?: USA)?|Redux|Polaris|Pool|Facebook|Google|Twitter|Instagram|YouTube|LinkedIn|Handout|Screenshot|Screengrab)"
)
_WORD = r"[^\W\d_][\w.'’-]*"
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w.'’-]*"
_NAME = rf"{_CAPITALISED}(?: (?:{_CAPITALISED}|de|der|den|van|von|bin|al|el|la|le|di|da|du)){{0,5}}"
_NAMES = rf"{_NAME}(?:,? (?:and|&) {_NAME}|, {_NAME}){{0,8}}"
_PARTY = rf"{_CAPITALISED}(?:,? (?:& )?(?:{_CAPITALISED}|of|for|the|and|de|du|der|di|la|le|von|van|via)){{0,9}}"
_CREW = (
    rf"{_CAPITALISED}(?:[;,]? (?:\(?{_CAPITALISED}\)?|in|and|at|of|by|the|from|for|with|additional|reporting|writing|editing|de|al|el|van"
    rf"|von|bin)){{0,60}}"
)
_CLOCK = r"\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}|local time))?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_DATE = rf"{_DAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"

_RULES: tuple[tuple[str, BlockKind, int, str, bool], ...] = (
    # name, kind, longest, pattern of the whole line, whether case matters
    ("photo label", BlockKind.CREDIT, 200, r"\(?(?:photo(?:graph)?s?|image|picture|pictures|illustration|graphic|foto|photo credit|image credit|credits?|photo illustration|video|source|screenshot|handout)(?: courtesy)?(?: (?:by|from|of|via|courtesy of))?: ?\S.*", False),
    ("photo by", BlockKind.CREDIT, 200, rf"\(?(?:[Pp]hoto(?:graph)?s?|PHOTO|[Ii]mages?|[Pp]ictures?|[Ii]llustration|[Gg]raphic|[Vv]ideo|[Ss]creenshot) (?:by|BY|via|courtesy of|courtesy) {_PARTY}(?: ?[/,|–—-] ?[^.!?]{{0,60}})?[.)]{{0,2}}", True),
    ("ap photo", BlockKind.CREDIT, 120, r"\(?(?:AP|AFP|Reuters) (?:Photo|Image|file photo)(?: ?[/(:|].*|\)?\.?)", True),
    ("copyright", BlockKind.CREDIT, 250, r"(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d)).*", False),
    ("agency alone", BlockKind.CREDIT, 80, rf"[(\[–—-]? ?{_AGENCY}(?: ?(?:/|,|;|and|via) ?{_AGENCY}){{0,3}} ?[)\]]?\.?", False),
    ("name / agency", BlockKind.CREDIT, 120, rf"\(?{_PARTY} ?[/|] ?{_AGENCY}(?:[ /,][^.!?:;]{{1,40}})?\)?\.?", True),
    ("agency / name", BlockKind.CREDIT, 90, rf"\(?{_AGENCY} ?/ ?{_PARTY}\)?\.?", True),
    ("name / name", BlockKind.CREDIT, 90, rf"{_NAME} / {_NAME}\.?", True),
    ("name, agency", BlockKind.CREDIT, 80, rf"{_NAME}, {_AGENCY}\.?", True),
    ("via agency", BlockKind.CREDIT, 120, rf"\(?{_PARTY} (?:via|for|courtesy of|/) ?{_AGENCY}\)?\.?", True),
    ("byline", BlockKind.CREDIT, 140, rf"(?:by|BY|By|BYLINE:?|von|Von|par|Par) {_NAMES}(?:[,|/–—-] ?[^.!?]{{0,50}})?\.?", True),
    ("reporting by", BlockKind.CREDIT, 500, rf"\(?(?:(?:Additional|With|With additional) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Edited|Translated|Translation|Written|Produced) (?:by|from) {_CREW}[.)]{{0,2}}", True),
    ("contributed", BlockKind.CREDIT, 250, rf"\(?(?:the )?{_WORD}[^.!?\"“”]{{0,180}} contributed (?:reporting|to this (?:report|story|article|post|piece))\b[^.!?]{{0,60}}\.?\)?", False),
    ("contributing", BlockKind.CREDIT, 250, r"contribut(?:ing|ors?|ed by): ?\S.*", False),
    ("hat tip", BlockKind.CREDIT, 120, r"\(?h/t/?:? ?\S.*", False),
    ("wire rights", BlockKind.OTHER, 300, r"(?:this (?:material|content|story|article) may not be (?:published|reproduced|broadcast|copied)|all rights reserved).*", False),
    ("archive marker", BlockKind.OTHER, 20, r"(?:abstract|full text)[.:]?", False),
    ("advertisement", BlockKind.OTHER, 80, r"[-–—(\[ ]{0,4}(?:advertisements?|advertising|sponsored(?: content)?|promoted(?: content)?|anzeige|publicité|(?:story|article) continues(?: (?:below|after))?(?: (?:the|this))?(?: (?:advertisement|ad))?|scroll (?:down )?to continue[^.]{0,40}|continue reading(?: the main story| below)?)[-–—)\] .:]{0,4}", False),
    ("read more", BlockKind.OTHER, 240, r"[(\[>»•*▶►→ –—-]{0,6}(?:read (?:more|next|also|now|the full|it all|the rest)|must[ -]read|also read|see also|see more|don[’']t miss:|click here|tap here|learn more|find out more|(?:view|show|see) (?:gallery|(?:more |all )?comments|all|more)|(?:read|join|leave|post) (?:the |a |all )?(?:comments?|conversation)|you (?:may|might) also (?:like|be interested))\b.*", False),
    ("related", BlockKind.OTHER, 200, r"(?:more (?:from|on)\b[^.!?]{0,100}|(?:more|related|recommended|trending|top stories|most (?:read|popular|viewed|shared)|(?:related|recommended|further|more) (?:stories|articles?|content|links?|coverage|topics|reading|video))(?:\.?|:.*)|(?:\d+ )?comments?\.?)", False),
    ("sharing", BlockKind.OTHER, 240, r"(?:(?:please )?(?:share|tweet|e-?mail|print|pin|flag|like|reply|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|telegram)(?:[ |/,·•]+|(?=\.?$)|(?=[A-Z])|$)){1,8}(?:this\b.{0,60}|show more.{0,20}|posts?)?\.?", False),
    ("share this", BlockKind.OTHER, 160, r"(?:share (?:this|on|via|your thoughts)|like (?:us on|the page)|tweet (?:this|us)|send (?:us )?(?:your )?tips?|got a tip\?|have a tip\?|do you have (?:a tip|information)).*", False),
    ("follow us", BlockKind.OTHER, 240, r"(?:(?:follow|e-?mail|contact) [^.!?:]{2,60}|(?:like|find|join|connect with|write to|reach|reach out to) (?:us|me|him|her|them|our reporters?|the (?:author|writer|reporter|conversation))(?: directly)?) (?:on|at|via) .*", False),
    ("newsletter", BlockKind.OTHER, 300, r"(?:(?:please )?(?:sign|signing) up (?:for|to|here|now)|subscribe (?:to|now|here|today)|(?:get|receive|want) (?:[^.!?]{0,60} )?(?:newsletters?|in your inbox|email alerts?|breaking news alerts?)|download (?:our|the) (?:free )?app\b|newsletters?[.:]?$|support (?:our|independent) journalism|become a (?:member|subscriber)|already a subscriber|log ?in|create (?:a free |an )?account).*", False),
    ("media pointer", BlockKind.OTHER, 160, r"\(?(?:watch|listen|listen to|see|view|check out)(?: to)? (?:the |this |a |our |it |more )?(?:full |entire |live |above |exclusive )?(?:video|clip|interview|audio|podcast|slideshow|gallery|photos?|tweets?|segment|exchange|article|episode)?s?(?: of [^.!?:]{1,60})? ?(?:above|below|here)[.:!)]*", False),
    ("listen", BlockKind.OTHER, 80, r"(?:listen to this article|\d+ ?min(?:ute)?s?\.? (?:read|listen)|(?:reading|listening) time:?.{0,20}|loading\W*|play(?: video)?|skip to (?:main )?content|back to top|menu|home|close|gift this article|accept (?:all )?cookies)\.?", False),
    ("date line", BlockKind.OTHER, 140, rf"(?:\(?(?:first )?(?:published|posted|updated|last (?:updated|modified)|modified|created|date|on)(?: on| at)?:? ?)?(?:{_CLOCK},? ?(?:on |[-–—|·] ?)?)?{_DATE}(?:,?(?: at| [-–—|·])? ?{_CLOCK})?[ .)]*", False),
    ("updated ago", BlockKind.OTHER, 60, r"(?:(?:published|posted|updated) )?\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\.?", False),
    ("clock", BlockKind.OTHER, 30, rf"(?:updated(?: at)? )?{_CLOCK}[.: –—-]*", False),
    ("rule", BlockKind.OTHER, 80, r"[\W_]+|x\.", False),
    ("list number", BlockKind.OTHER, 8, r"\W?\d{1,4}\W{0,2}", False),
    ("handle", BlockKind.OTHER, 60, r"(?:twitter:? ?)?@\w{1,30}\W?", False),
    ("link alone", BlockKind.OTHER, 300, r"(?:https?://|www\.|pic\.twitter\.com/)\S{1,280}", False),
    ("page code", BlockKind.OTHER, 200, r"(?:[.#@]?[\w -]{1,60}\{|\}\.?|[a-z-]{3,30}: ?[\w#%., -]{1,60};|<[^<>]{1,180}>|(?:var|function|window\.|document\.|googletag|\(function).{0,150}[;{}()])", True),
    ("dashed heading", BlockKind.SUBHEAD, 90, r"[-–—] ?[^-–—.\"“”][^–—.\"“”]{1,80} ?[-–—]\.?", False),
    ("caption with credit", BlockKind.CAPTION, 500, rf"[^\n]{{10,400}}(?:[.)]Credit[A-Z][^\n]{{2,80}}|\((?:AP Photo|AFP Photo|Photo|Photograph|Image|File|Getty Images|Picture)\b[^()]{{0,100}}\)\.?|[.)] (?:Photo|Image|Photograph|Picture|Credit): {_PARTY}(?:/.{{1,40}})?\.?|[|] (?:AP|Getty|Reuters|AFP)[^|.]{{0,40}})", True),
    ("post signature", BlockKind.QUOTE, 160, r"[-–—] ?.{1,70}\(@\w{1,30}\).{0,40}", False),
    ("marked quote", BlockKind.QUOTE, 5000, r"> ?\S.*", False),
)  # fmt: skip

CUES: tuple[Cue, ...] = tuple(
    Cue(name, kind, longest, re.compile(pattern, re.DOTALL | (0 if cased else re.IGNORECASE)))
    for name, kind, longest, pattern, cased in _RULES
)
"""Tried in this order on the whole line; the first that fits decides."""

BYLINES = frozenset({"byline", "reporting by", "date line", "updated ago"})
"""Cues of lines that say who wrote the article and when: they open the body, and no picture belongs to them."""

SCENE = re.compile(
    r"\((?:left|right|centre|center|[LRC]|second|third|far|top|bottom|back|front|from|pictured|file)\b[^)]{0,40}\)"
    r"|\bpictured\b|\bfile (?:photo|image|picture)\b|\b(?:in this|shown in|seen in|seen here|is seen|are seen|looks on|look on)\b"
    r"|\b(?:photo|photograph|image|picture) (?:taken|shows|provided|released)\b"
    r"|^(?:(?:an?|the) )?[^.,;]{0,60}?\b(?:speaks|speak|arrives?|walks?|waves?|stands?|poses?|gestures?|greets?|meets?|attends?|listens?"
    r"|holds?|shakes?|reacts?|delivers?|addresses|participates?|rally|rallies|marches|march|protests?|sits?|leaves?|talks?|smiles?|points?)\b",
    re.IGNORECASE,
)
"""A caption describes a scene in the present tense; looked for only next to a credit."""

NARRATIVE = re.compile(
    r"[\"“”]|\b(?:said|says|told|tells|added|adds|wrote|writes|according|reported|announced|confirmed|denied|claimed|was|were|had|would"
    r"|could|will|has|have|did|he|she|they|we|it|but|however|also)\b",
    re.IGNORECASE,
)
"""Words of body text: no caption that isn't doubled has them."""

NEWS = re.compile(
    r"\b(?:said|told|announced|reported|wrote|according to)\b"
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^[A-Z][A-Za-z., ]{2,40}(?:\([A-Za-z ]{2,30}\) ?)?[–—-]{1,2} "
    r"|^[A-Z]{4,}",
)
"""A first paragraph with these opens the body; a standfirst sums up without them."""
