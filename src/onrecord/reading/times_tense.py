"""Whether the verbs around an expression look back or ahead.

The nearest cue before the expression in its sentence decides, otherwise the nearest after it; a sentence without a cue
looks back, as news does. No parser: the closed classes of English auxiliaries and the past endings carry it.
"""

from __future__ import annotations

import re

from onrecord.reading.calendar import Direction

WINDOW = 240


def _not_after(words: str, cue: str) -> str:
    """A cue that is none after one of the words."""
    return "".join(rf"(?<!\b{word} )" for word in words.split("|")) + cue


_TO = _not_after(
    "had|found|believed|thought|reported|said|known|alleged|feared|claimed|appeared|appears|seemed|seems|turned out"
    "|refused|asked|used|proved",
    "to",
)
"""What "had to be evacuated" or "was found to be missing" isn't to come."""
_DEADLINE_AHEAD = _not_after("missed the|ignored the|defied the|lifted the|extended the|met the", "deadline")
_PLAN = _not_after("the|a|this|that|his|her|its|their|any", r"plans?(?= (?:to|a|an|another|more|new)\b)")
"""The verb: who "rejected the plan Friday" did so before."""
AHEAD = (
    rf"(?:will|would|shall|(?-i:may)|might|should|must|{_TO})(?: not| also| \w{{1,20}}ly)? (?:be|have|get) [a-z]+"
    rf"|will|won't|shall|'ll|would|going to|{_TO} be|(?-i:may)|might|could|can|should|must|expects?|expected|scheduled"
    r"|booked"
    r"|due(?! to (?:the|a|an|this|that|its|his|her|their|\w{2,20}ing|bad|heavy|high|low|poor|fog|snow|rain)\b)"
    rf"|planned|{_PLAN}|planning|slated|set (?:to|for)|intends?"
    rf"|hopes?(?= (?:to|that)\b)|hoping|aims? to|upcoming|likely|{_DEADLINE_AHEAD}"
    r"|payable|effective"
    r"|(?:wants?|wanted|agreed|decided|prepar\w+|promis\w+|vow\w*|about|order\w*|supposed|ready|try|threaten\w*) to"
    r"|(?:postpon|delay|extend|adjourn|defer|put)[a-z]{0,4}\s[^.;]{0,60}?\buntil"
    r"|(?:is|are|am) to(?: be [a-z]+)?|(?:has|have) (?:until|till)|takes? (?:place|effect|office|over)"
    r"|goe?s? to the polls|opens|ends|travels|flies|faces|continues|reopens"
    r"|(?:is|are) (?:meeting|holding|voting|leaving|travell?ing|flying|returning|visiting|opening|closing|starting)"
    r"|(?:is|are) (?:facing|heading)|running (?:for|to)|predicts?|forecasts?|look(?:s|ing)? forward to"
    r"|arrives|departs|retires|returns (?:to|home)|leaves(?: for| on|(?=\s+$))|runs? out|appears? (?:in court|before)"
    r"|(?:comes?|goes?) (?:into (?:effect|force)|on (?:trial|sale|strike|show))|holds? (?:talks|elections|a meeting)"
    r"|(?<!\bthe )(?<!\ba )(?<!\bto )(?<!\bnot )(?<!n't )(?:begins?|meets?|starts?|expires?|resumes?|convenes?)"
)
BACK = (
    r"had been (?:scheduled|due|expected|set|slated|planned)(?: to)?|was|were|wasn't|weren't|had|hadn't|has|hasn't|have"
    r"|haven't|did|didn't|been|said|told|made|took|came|went|began|begun|became|won|lost|met|held|left|rose|fell|grew"
    r"|gave|given|found|got|saw|seen|known|knew|led|paid|put|read|sent|spoke|stood|struck|taken|thought|wrote|written"
    r"|broke|broken|brought|built|bought|chose|cut|died|drew|drove|fought|fled|flew|heard|hit|hurt|kept|shot|shut|sold"
    r"|spent|stole|swept|taught|threw|understood|woke|since|ran|sank|sought|slid|dealt|beat|lay|let|rang|sat|shook"
    r"|shown|sprang|stuck|set|swore|wore|quit|ate|bore|bound|agreed|freed|guaranteed|decreed|dug|drove|rode|felt|slept"
    r"|hid|hidden|stolen|driven|fallen|upheld|withdrew|withdrawn|overthrew|overthrown|undertook|underwent|overcame|hung"
    r"|tore|torn|wept|sang|lent|forgot|forbade|forbidden|arose|awoke|clung|spun|follows(?=\s+$)"
    r"|(?-i:[a-z]{2,})(?<!e)ed"
)
"""Closed classes and irregular pasts; the last line is the regular past ("need" and "succeed" aren't).

`AHEAD` ends with the present of what is on a calendar: talks that begin on Monday haven't begun. What is "due to the
storm" isn't due.
"""
_OUT_OF_REACH = (
    r"(?:could not|couldn['’]t|would not|wouldn['’]t)(?: immediately| yet| say whether)?"
    r" (?:be (?:reached|located|found|contacted|identified)|say|comment|confirm|discuss|elaborate|disclose|speculate"
    r"|reveal|explain|rule out)"
)
"""What somebody asked didn't say: "he could not be reached Friday"."""
_GUESSED = (
    r"(?:(?-i:may)|might|must|could)(?: not| also| well| \w{1,20}ly)? have"
    r" (?:been|left|gone|come|made|met|had|begun|fled|hit|hurt|kept|led|lost|sent|shot|sold|set|taught|told|won"
    r"|[a-z]{2,20}(?:ed|en|own))"
)
"""A guess at what has happened: "he may have left on Friday" looks back, whatever else "may" looks to."""
_CUE = re.compile(
    rf"(?<![\w])(?:(?P<past>{_GUESSED}|{_OUT_OF_REACH})|(?P<ahead>{AHEAD})|(?P<back>{BACK}))(?!\w)", re.IGNORECASE
)
_TOOK_PLACE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )"
    r"(?:(?:wanted|agreed|decided|prepared|promised|vowed|ordered) to|(?:postpon|delay|extend|adjourn|deferr)ed\b)",
    re.IGNORECASE,
)
"""What looks ahead from where it stands, but took place on the day told before it: "on Friday, they agreed to meet"."""
_INSERTED = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?:planning|hoping|preparing)\b"
    r"|(?:(?<=\bthat )|(?<=\bwhich )|(?<=\bwho ))(?:will|would|may|might|could|can|should|must)\b"
    r"|(?<=, )(?:expected|scheduled|due|likely|set|slated|about)\b"
    r"|(?:(?<=expected )|(?<=scheduled )|(?<=due )|(?<=likely )|(?<=set )|(?<=slated ))to\b",
    re.IGNORECASE,
)
"""No verb of the sentence after a day: "on Friday, a man planning to flee was arrested"."""
_UNFORESEEN = (
    r"(?i:attack|bombing|blast|explosion|shooting|killing|murder|slaying|stabbing|massacre|assassination|crash|collision"
    r"|derailment|earthquake|quake|tsunami|avalanche|landslide|kidnapping|hijacking|robbery|ambush|accident|tragedy"
    r"|arrest|capture|death|disappearance|escape)s?\b"
)
"""What nobody has on a calendar: "the victims of Friday's blast", "after his arrest Friday"."""
_REPORTED = (
    r"(?i:ruling|decision|verdict|announcement|statement|remark|comment|indictment|order)s?\b(?!\s(?:will|is|are)\b)"
)
"""What is spoken of by its day once it is out: "they will appeal Friday's ruling"."""
_WORDS = r"(?:[\w-]{1,20}\s{1,3}){0,2}"
_EVENT_THEN_DAY = re.compile(
    r"(?:^\W{0,3}|[,;:]\s{1,3}|(?<!\w)(?i:after|of|in|since|following|to|over|about|for|from|with|by|behind|but|and)\s{1,3})"
    rf"(?i:(?:the|this|that|these|those|his|her|their|its)\s{{1,3}}|\w{{1,20}}['’]s\s{{1,3}}){_WORDS}{_UNFORESEEN}"
    r"(?:\s{1,3}(?:of|in|at|near|against)\s{1,3}(?:[\w.-]{1,20}\s{1,3}){0,3}[\w.-]{1,20})?\s{1,3}(?:on\s{1,3}|of\s{1,3})?$"
)
_DAY_THEN_EVENT = re.compile(
    rf"(?:\s{{1,3}}(?:morning|afternoon|evening|night))?['’]s\s{{1,3}}{_WORDS}(?:{_UNFORESEEN}|{_REPORTED})"
)
_THE = re.compile(r"(?<!\w)(?i:the|a)\s{1,3}$")
_BARE_DAY_THEN_EVENT = re.compile(rf"\s{{1,3}}(?:[\w-]{{1,20}}\s{{1,3}})?{_UNFORESEEN}")
_FORESEEN = re.compile(
    r"(?<!\w)(?i:launch|plan|plot|threat|prevent|warn|schedul|call(?:ed|ing)?\s{1,3}off|carry|stag(?:e|ing)|prepar|wait"
    r"|await|expect|pending|until|before)[a-z]*\s[^.;]{0,60}$"
)
"""The same on a calendar after all."""
_ACCORDING = re.compile(r"(?<!\w)(?i:according\s{1,3}to)\s[^.;,]{0,60}$")
_DEADLINE = re.compile(r"(?<!\w)(?i:until|till|by)\s{1,3}$")
_STARTING = re.compile(r"(?<!\w)(?i:starting|beginning|effective|is|are)\s{1,3}(?:(?:in|on|from)\s{1,3})?$")
_AHEAD_OF = re.compile(r"(?<!\w)(?i:ahead|in\s{1,3}advance)\s{1,3}(?i:of)\s{1,3}(?:(?i:the)\s{1,3})?$")
_MEETING = (
    r"(?i:hearing|meeting|trial|vote|election|strike|rally|march|protest|conference|session|summit|ceremony|talk"
    r"|referendum|sentencing|parade|funeral|launch)s?"
)
_ARRANGED = re.compile(
    rf"(?<!\w)(?<!had been )(?i:set|call|announc|arrang|conven)[a-z]{{0,4}}\s[^.;:,]{{0,30}}\b{_MEETING}"
    r"\s[^.;:,]{0,30}(?<=for\s)$"
    r"|(?<!\w)(?<!had been )(?i:rescheduled\sfor)\s$"
    r"|(?<!\w)(?<!had been )(?i:mov|push|shift|postpon|delay|reschedul|adjourn)[a-z]{0,4}\s"
    r"(?:(?!from\s)[^.;:,]){0,40}(?<=to\s)$"
    r"|(?<!\w)(?i:preparing|preparations?|ready)\s(?i:for)\s[^.;:,]{0,40}$"
    r"|(?<!\w)(?i:summon|subpoena)\w{0,5}\s[^.;:,]{0,40}\bto\s[^.;:,]{0,40}$"
    r"|(?<!\w)(?i:told|ordered|asked|required|instructed|urged)\s[^.;:,]{0,40}\bto\s[^.;:,]{0,40}(?<=by\s)$"
    r"|(?<!\w)(?i:promised|pledged|demanded)\s[^.;:,]{0,60}(?<=by\s)$"
)
"""What was arranged for a day: "a judge set a hearing for Friday", "they moved the vote to Friday"."""
_PLANNED = re.compile(r"(?<!\w)(?i:planned|scheduled|slated|set|due)\s[^.;:,]{0,60}$")
_RIGHT_BEFORE = 50
_SURELY_BACK = re.compile(
    r"(?<!\w)(?:(?i:said|told|wrote|began|came|went|left|met|won|lost|died|fell|rose|took|held|made)|(?i:had)\s\w{2,20}(?:\s\w{2,5})?"
    r"|(?i:was|were)\s\w{2,20}(?:ed|en|de|ld|nt)|(?<!be\s)[a-z]{3,20}ed)\s(?:it\s|them\s)?(?i:in|on)\s$"
)
_SURELY_AHEAD = re.compile(
    r"(?<!\w)(?<!had been )(?<!was )(?<!were )(?i:set|scheduled|booked|slated|due|planned|arranged|fixed)"
    r"\s(?i:for|on|in)\s$"
    r"|(?<!\w)(?<!had been )(?i:moved|postponed|pushed|rescheduled|delayed|brought\sforward|put\soff)"
    r"\s(?i:to|until|for)\s$"
)
_OFF = re.compile(
    r"\s{1,3}(?i:was|were|has\s{1,3}been|have\s{1,3}been|had\s{1,3}been)\s{1,3}(?:(?i:abruptly|later|also)\s{1,3})?"
    r"(?i:cancell?ed|called\s{1,3}off|postponed|put\s{1,3}off|scrapped|dropped|abandoned)\b"
)
_DONE = re.compile(r"(?:had|has|have|was|were|wasn't|weren't|hadn't|been)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9][a-z0-9\"'”’)][.!?])(?<!Gen\.)(?<!Sen\.)(?<!Gov\.)(?<!Rep\.)"
    r"[\"'”’)]{0,2}\s+(?=[\"'“‘(`]{0,2}[A-Z])|\n\s*\n"
)


def direction(text: str, start: int, end: int) -> Direction:
    """`PAST` or `FUTURE` for the expression at `[start, end)`."""
    return told(text, start, end) or Direction.PAST


def surely(text: str, start: int, side: Direction) -> bool:
    """Whether a verb right before the expression puts it on that side: "said in September", "set for 3 March"."""
    left = text[max(0, start - _RIGHT_BEFORE) : start]
    return bool((_SURELY_AHEAD if side is Direction.FUTURE else _SURELY_BACK).search(left))


def told(text: str, start: int, end: int) -> Direction | None:
    """The same, or None where no verb tells."""
    left, right = _sentence(text, start, end)
    if _befallen(left, right):
        return Direction.PAST
    cues = list(_CUE.finditer(left)) or _after(right)
    took_place = bool(cues) and cues[0].string is right and bool(_TOOK_PLACE.match(right, cues[0].start()))
    deadline = _DEADLINE.search(left)
    if _AHEAD_OF.search(left) or _ARRANGED.search(left):
        return Direction.FUTURE
    if not cues:
        return Direction.FUTURE if deadline or _STARTING.search(left) else None
    if deadline and not any(_DONE.match(cue.group()) for cue in cues):
        return Direction.FUTURE  # "demanded an answer by Friday"; "had left by Friday" looks back
    return Direction.FUTURE if cues[-1].group("ahead") and not took_place else Direction.PAST


def _after(right: str) -> list[re.Match[str]]:
    """The first cue after a day that belongs to the sentence's own verb, or else the first one, if any."""
    cues = list(_CUE.finditer(right))
    return [cue for cue in cues if not _INSERTED.match(right, cue.start())][:1] or cues[:1]


def _befallen(left: str, right: str) -> bool:
    """Whether the span is the day of what can only be told of when it has happened."""
    if _ACCORDING.search(left):
        return True
    bare = _THE.search(left) and _BARE_DAY_THEN_EVENT.match(right)
    event = bare or _EVENT_THEN_DAY.search(left) or _DAY_THEN_EVENT.match(right)
    return bool(event) and not _FORESEEN.search(left)


def called_off(text: str, start: int, end: int) -> bool:
    """Whether "a march planned for `[start, end)` was cancelled", which may be said before that day or after it."""
    return bool(_OFF.match(text, end) and _PLANNED.search(_sentence(text, start, end)[0]))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    left = text[max(0, start - WINDOW) : start]
    breaks = list(_SENTENCE_END.finditer(left))
    close = _SENTENCE_END.search(text, end, end + WINDOW)  # not in a slice: the end may follow at once
    return left[breaks[-1].end() :] if breaks else left, text[end : close.start() if close else end + WINDOW]
