"""Outlets that a statement came through: "told the Gazette", "speaking to the BBC", "in a Gazette interview"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Link, SourceKind
from onrecord.reading.attribution import Attribution
from onrecord.reading.carriers_described import described_carrier
from onrecord.reading.carriers_named import (
    HEARD_BY,
    INTERVIEWS,
    LEADS,
    SELVES,
    SURE,
    candidates,
    hears,
    lead_of,
    outlet_at,
)
from onrecord.reading.earlier import Earlier
from onrecord.reading.phrases import subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.source_nouns import kind_of_head
from onrecord.reading.speakers import describe
from onrecord.reading.tokens import AUXILIARIES, DAYS, IRREGULAR_PASTS, PRONOUNS, RELATIVES, SUBORDINATORS
from onrecord.reading.verbs import find_groups

_COMMUNICATION = frozenset(
    "interview interviews article column op-ed opinion essay editorial appearance segment show issue edition "
    "profile remarks statement comments speaking speaks spoke talking writing wrote told quoted cited reported "
    "relayed retelling podcast broadcast program programme newsletter emailed piece letter reached according "
    "sitting sat contacted poll survey appearing appeared interviewed interviewing asked pressed challenged "
    "questioned".split()
)
_REPORTS = frozenset("report say write tweet post note".split())
_QUOTING = frozenset("quoted quotes cited cites quoting".split())
_CLOSING = frozenset("interview article column editorial op-ed essay appearance podcast".split())
_VERBS = AUXILIARIES | IRREGULAR_PASTS | PRONOUNS | RELATIVES
APART = frozenset({";", "but", "while", "although"})
"""Words that begin something else than what was told before."""
_REACH = 7
_CLAIMS = frozenset("claim claims allegation allegations accusation accusations assertion assertions".split())
_ADJUNCT = 8
_NEAR_CUE = 4
_SPOKE = INTERVIEWS | frozenset(
    "reached speaking spoke remarks comments appearance appeared appearing guest sat sitting wrote writing op-ed "
    "column".split()
)
_SPEAKING = frozenset("spoke speaking spoken talking talked".split())
_SUBJECTS = frozenset("he she they it".split())
_INTERVIEWED = re.compile(
    r"(?:(?:has|had|also|recently|later|then|first) )*(?:interviewed\b|spoke (?:to|with)\b"
    r"|(?:published|carried|ran|aired|printed|broadcast|conducted|posted) (?:an?|its|the) (?:\w+ )?interview with\b)"
)
_MOST = 2


def carriers(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Iterator[Link]:
    """The outlets in a statement's sentence, outside of what is said, that the words before show to carry it."""
    found = 0
    for first, end in candidates(sentence, attribution):
        link, last = outlet_at(sentence, attribution, first, end, earlier)
        if link and _carries(sentence, attribution, first, last):
            found += 1
            yield link
        if found == _MOST:
            return
    others = (described_carrier, _closing, _told_at_end, _quoting, _reporting, _closing_report) if not found else ()
    yield from [link for other in others if (link := other(sentence, attribution, earlier))][:1]


def told_in(scene: Sentence, earlier: Earlier) -> Link | None:
    """The outlet that a sentence says somebody spoke to, in an interview or when reached: none if there are two."""
    nothing = Attribution(source=(), cue=(), content=())
    found = []
    for first, end in candidates(scene, nothing):
        link, last = outlet_at(scene, nothing, first, end, earlier)
        if link and (hears(scene, first, _SPOKE) or _interviewed(scene, last) or _prints(scene, first, last)):
            found.append(link)
    return found[0] if len(found) == 1 else None


def _interviewed(scene: Sentence, last: int) -> bool:
    """Whether an outlet does it itself: "the Spark interviewed Ann Brown", "published an interview with her"."""
    after = " ".join(scene.lower(i) for i in range(last, min(len(scene.tokens), last + _REACH)))
    return bool(_INTERVIEWED.match(after))


def _prints(scene: Sentence, first: int, last: int) -> bool:
    """Whether somebody's own words stand in it: "wrote a Spark op-ed", not "the Spark op-ed surprised her"."""
    return scene.lower(last) in _CLOSING - {"article"} and scene.lower(first - 1) != "the"


def _carries(sentence: Sentence, attribution: Attribution, first: int, last: int) -> bool:
    """Whether the words around an outlet show that it passed the statement on."""
    lead = lead_of(sentence, first)
    word = sentence.lower(lead)
    at = sentence.tokens[first].start
    if any(start <= at < end for start, end in attribution.source):
        office = kind_of_head(sentence.lower(lead - 1)) is SourceKind.OFFICIAL
        spoke = word in HEARD_BY and sentence.lower(lead - 1) in _SPEAKING
        spoke = spoke or (word == "to" and _ends_source(sentence, attribution, last))
        return (
            spoke
            or (word in SELVES | {"via"} and not office)
            or (sentence.tokens[last - 1].end < attribution.source[0][1] and _possesses(sentence, last))
        )
    if word in SURE:
        told = any(s <= sentence.tokens[lead].start < e for s, e in attribution.cue)
        return word == "via" or told or _tells_besides(sentence, attribution, lead)
    if word == "to" and sentence.lower(lead - 1) == "according":
        return adjoins(sentence, attribution, lead - 1)
    if (word not in LEADS and sentence.lower(lead - 1) != "recently") or _in_next_clause(sentence, attribution, lead):
        return False
    if attribution.lexical is not None and (_opens(sentence, lead, last) or _closes_with(sentence, attribution, lead)):
        return True
    if attribution.cue and _follows_cue(sentence, attribution, lead):
        return True
    if _is_anothers(sentence, attribution, lead):
        return False
    around = [sentence.lower(i) for i in range(max(0, lead - _REACH), lead)]
    after = [sentence.lower(i) for i in range(last, min(len(sentence.tokens), last + 2))]
    return not _COMMUNICATION.isdisjoint([*around, *after])


def _ends_source(sentence: Sentence, attribution: Attribution, last: int) -> bool:
    """Whether it closes a source that follows its cue: “It is over,” explained Ann Brown to the Spark."""
    if not attribution.cue or attribution.cue[-1][1] > attribution.source[0][0]:
        return False
    return sentence.tokens[last - 1].end >= attribution.source[-1][1]


def adjoins(sentence: Sentence, attribution: Attribution, index: int) -> bool:
    """Whether "according to" speaks of the whole statement, and not of a clause that hangs on it or comes after it."""
    at = sentence.tokens[index].start
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    last = max((end for _, end in spans if end <= at), default=at)
    between = {token.lower for token in sentence.tokens if last <= token.start < at}
    return len(between) <= _ADJUNCT and (RELATIVES | SUBORDINATORS | _VERBS | APART | {"including"}).isdisjoint(between)


def _tells_besides(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether the source does it in telling an outlet: "Ann Brown backed the plan, telling the Spark".

    Or tells it at once: "calling it a trick, she told the Spark", "she agreed, telling the Spark, “It is,” she said".
    """
    at = sentence.tokens[lead].start
    if sentence.lower(lead) == "telling" and sentence.lower(lead - 1) == ",":
        start = attribution.content[0][0]
        quoted = at < start and sentence.quote[sentence.index_at(start)] is not None
        return quoted or any(end <= at for _, end in attribution.cue)
    if sentence.lower(lead) != "told" or not attribution.source or not attribution.cue or attribution.cue[-1][1] > at:
        return False
    subject = subject_before(sentence, lead)
    if subject is None:
        return False
    start, end = sentence.span(*subject)
    return any(s < end and start < e for s, e in attribution.source)


def _closes_with(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether it ends right before: "confirmed the news to the Spark", “It is,” explained Ann Brown to the Spark."""
    before = sentence.tokens[lead - 1].end if lead else -1
    spans = (*attribution.source, *attribution.content)
    return sentence.lower(lead) == "to" and any(end == before for _, end in spans)


def _opens(sentence: Sentence, lead: int, last: int) -> bool:
    """Whether the sentence begins with where something was said: "Friday on CNN's “New Day,” Ann Brown told"."""
    days = all(sentence.lower(i) in DAYS or not sentence.tokens[i].is_word for i in range(lead))
    at_end = sentence.lower(last) in {",", "’", "'"} or _possesses(sentence, last)
    return days and sentence.lower(lead) in {"on", "in"} and at_end


def _in_next_clause(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether a clause about something else lies between: "said it was over, and in May he told it on"."""
    at = sentence.tokens[lead].start
    last = max((end for _, end in (*attribution.cue, *attribution.content) if end <= at), default=at)
    between = [token.lower for token in sentence.tokens if last <= token.start < at]
    joint = next((i for i, word in enumerate(between) if word in APART | {"and"}), len(between))
    return not _SUBJECTS.isdisjoint(between[joint:])


def _is_anothers(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether right before stands the verb of somebody else, or a claim: "(Ann wrote in the Spark)", "his claim to"."""
    if sentence.lower(lead - 1) in _CLAIMS:
        return True
    group = next((g for g in find_groups(sentence) if g.last == lead and not g.passive), None)
    subject = subject_before(sentence, group.first) if group else None
    if group is None or subject is None or any(s <= sentence.tokens[group.head].start < e for s, e in attribution.cue):
        return False
    start, end = sentence.span(*subject)
    own = any(s < end and start < e for s, e in attribution.source)
    return not own and sentence.lower(subject[0]) not in PRONOUNS | RELATIVES


def _possesses(sentence: Sentence, last: int) -> bool:
    return sentence.tokens[last - 1].lower.endswith(("'s", "’s"))


def _follows_cue(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether only a few words stand between the cue and the word before the outlet: "said on", "wrote in"."""
    end = attribution.cue[-1][1]
    if sentence.tokens[lead].start < end:
        phrasal = attribution.lexical is not None and sentence.lower(lead) in attribution.lexical.lemma.split()
        heard = sentence.lower(lead) in HEARD_BY | {"in", "for"}
        return sentence.tokens[lead].start >= attribution.cue[-1][0] and heard and not phrasal
    between = sum(1 for i in range(max(0, lead - _REACH), lead) if sentence.tokens[i].start >= end)
    return between < _NEAR_CUE


def _closing(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """The outlet in the last words of a content without a verb: "denied the charge in a Gazette interview"."""
    start, end = attribution.content[-1]
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end]
    last = inside[-1] if inside else -1
    if last < 0 or sentence.lower(last) not in _CLOSING or sentence.quote[last] is not None:
        return None
    first = last
    while first - 1 in inside and sentence.tokens[first - 1].is_capital:
        first -= 1
    lead = max(lead_of(sentence, first), inside[0])
    told = [sentence.lower(i) for i in range(inside[0], lead)]
    if first == last or sentence.lower(lead) not in LEADS or not _VERBS.isdisjoint(told):
        return None
    link = describe(sentence.span(first, last), earlier).link
    return link if link.kind is SourceKind.OUTLET else None


def _told_at_end(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """The known outlet that a content ends with: "confirmed" "the news of her death to the Spark"."""
    start, end = attribution.content[-1]
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end]
    if not inside or attribution.lexical is None or not {"t", "q"} & {*attribution.lexical.frames}:
        return None
    first = last = inside[-1]
    while first > inside[0] and sentence.tokens[first - 1].is_capital:
        first -= 1
    lead = lead_of(sentence, first)
    told = {sentence.lower(i) for i in range(inside[0], lead)}
    if sentence.lower(lead) != "to" or sentence.quote[last] is not None or not _VERBS.isdisjoint(told):
        return None
    link = describe(sentence.span(first, last + 1), earlier).link
    return link if link.kind is SourceKind.OUTLET and link.named else None


def _reporting(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """The outlet whose report rests on the source: "the Gazette reported that it was over, according to officials"."""
    if attribution.lexical is not None or not attribution.cue or not attribution.source:
        return None
    cue = sentence.index_at(attribution.cue[0][0])
    groups = (g for g in find_groups(sentence) if g.cue.lemma in {"report", "say", "write"} and not g.passive)
    for group in groups:
        if not APART.isdisjoint(sentence.lower(i) for i in range(group.last, cue)):
            continue
        subject = subject_before(sentence, group.first)
        link = describe(sentence.span(*subject), earlier).link if subject else None
        if link and link.kind is SourceKind.OUTLET and link.named:
            return link
    return None


def _closing_report(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """Who closes a sentence with having told of it: “I am done,” she said as she left, the Spark reported."""
    groups = [g for g in find_groups(sentence) if g.cue.lemma in _REPORTS and not g.passive]
    last = groups[-1] if groups else None
    if last is None or not attribution.cue or not attribution.source:
        return None
    closes = all(not token.is_word for token in sentence.tokens[last.last :])
    subject = subject_before(sentence, last.first) if closes else None
    if subject is None or sentence.lower(subject[0] - 1) != ",":
        return None
    start, end = sentence.span(*subject)
    own = any(s < end and start < e for s, e in (*attribution.source, *attribution.content))
    if own or attribution.cue[-1][1] > start:
        return None
    link, _ = outlet_at(sentence, Attribution(source=(), cue=(), content=()), subject[0], subject[1], earlier)
    return link


def _quoting(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """Who quotes the source: "the Gazette quoted Ann Brown as saying that", "cited a book by her, who says"."""
    if not attribution.source:
        return None
    index = sentence.index_at(attribution.source[0][0]) - 1
    if sentence.lower(index + 1) == "who":
        group = next((g for g in reversed(find_groups(sentence)) if g.last <= index), None)
        index = group.head if group else index
    if index < 1 or sentence.lower(index) not in _QUOTING:
        return None
    adverb = index - 1 if sentence.tokens[index - 1].is_adverb else index
    subject = subject_before(sentence, adverb)
    link = describe(sentence.span(*subject), earlier).link if subject else None
    return link if link and link.kind in {SourceKind.OUTLET, SourceKind.DOCUMENT} else None
