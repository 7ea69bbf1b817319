"""Outlets that a statement came through: "told the Gazette", "speaking to the BBC", "in a Gazette interview"."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import EntityKind, Link, Name, SourceKind
from onrecord.reading import names_tables as tables
from onrecord.reading.attribution import Attribution
from onrecord.reading.carriers_described import described_carrier
from onrecord.reading.earlier import Earlier
from onrecord.reading.phrases import subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.source_names import HONOURS
from onrecord.reading.source_nouns import kind_of_head
from onrecord.reading.speakers import describe
from onrecord.reading.tokens import AUXILIARIES, DAYS, IRREGULAR_PASTS, PRONOUNS, RELATIVES, SUBORDINATORS
from onrecord.reading.verbs import find_groups

# Words right before an outlet that by themselves show that it passed something on.
_SURE = frozenset("told tell tells telling via informed informs".split())
# Others need one of the nouns and verbs below nearby, or the cue right before them.
_LEADS = frozenset("to with by on in at for from of".split())
_COMMUNICATION = frozenset(
    "interview interviews article column op-ed opinion essay editorial appearance segment show issue edition "
    "profile remarks statement comments speaking speaks spoke talking writing wrote told quoted cited reported "
    "relayed retelling podcast broadcast program programme newsletter emailed piece letter reached according "
    "contacted poll survey appearing appeared interviewed interviewing asked pressed challenged questioned".split()
)
_INTERVIEWS = frozenset("interview interviews interviewed interviewing".split())
"""Whom these join with "to", "with", "by" or "on" is an outlet more often than not, though no table knows it."""
_PRINTED = frozenset("issue edition interview article column op-ed essay editorial piece".split())
_SELVES = frozenset("of at for".split())
_QUOTING = frozenset("quoted quotes cited cites quoting".split())
_NOT_CAPITALISED = frozenset(
    "the a an station network outlet separate recent local state national regional public private independent "
    "state-run state-owned leading largest daily weekly cable television tv radio".split()
)
_NOUNS = frozenset(
    "newspaper paper broadcaster channel magazine daily weekly tabloid website portal journal newswire station "
    "affiliate".split()
)
"""What an outlet is called right before its name."""
_SIDE_BODIES = frozenset({"affiliate", "affiliates"})
"""What follows the name of an outlet that it isn't itself: "a WKRX affiliate"."""
_MARKS = frozenset("“ \" ''".split())
_MONTHS = frozenset(name.lower() for name in month_name if name)
_BEFORE_NAME = _NOT_CAPITALISED | _NOUNS | _MONTHS | {"news", "agency"}
_CLOSING = frozenset("interview article column editorial op-ed essay appearance podcast".split())
_VERBS = AUXILIARIES | IRREGULAR_PASTS | PRONOUNS | RELATIVES
APART = frozenset({";", "but", "while", "although"})
"""Words that begin something else than what was told before."""
_REPORTED = frozenset("report reveal disclose break".split())
_REACH = 7
_CLAIMS = frozenset("claim claims allegation allegations accusation accusations assertion assertions".split())
_LONGEST_TITLE = 4
_ADJUNCT = 8
_NEAR_CUE = 4
_NEAR_SPEECH = 4
_SPOKE = _INTERVIEWS | frozenset("reached speaking spoke remarks comments appearance appeared appearing".split())
_HEARD_BY = frozenset("to with by on".split())
_SUBJECTS = frozenset("he she they it".split())
_MOST = 2
_LONGER = 40


def carriers(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Iterator[Link]:
    """The outlets in a statement's sentence, outside of what is said, that the words before show to carry it."""
    found = 0
    for first, end in _candidates(sentence, attribution):
        link, last = _outlet(sentence, attribution, first, end, earlier)
        if link and _carries(sentence, attribution, first, last):
            found += 1
            yield link
        if found == _MOST:
            return
    others = (described_carrier, _closing, _quoting, _reporting) if not found else ()
    yield from [link for other in others if (link := other(sentence, attribution, earlier))][:1]


def told_in(scene: Sentence, earlier: Earlier) -> Link | None:
    """The outlet that a sentence says somebody spoke to, in an interview or when reached: none if there are two."""
    nothing = Attribution(source=(), cue=(), content=())
    found = []
    for first, end in _candidates(scene, nothing):
        link, _ = _outlet(scene, nothing, first, end, earlier)
        if link and _spoke_to(scene, first):
            found.append(link)
    return found[0] if len(found) == 1 else None


def _spoke_to(sentence: Sentence, first: int) -> bool:
    lead = _lead(sentence, first)
    near = {sentence.lower(i) for i in range(max(0, lead - _NEAR_SPEECH), lead)}
    return sentence.lower(lead) in _HEARD_BY and not _SPOKE.isdisjoint(near)


def _candidates(sentence: Sentence, attribution: Attribution) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside of quotation marks and of what is said."""
    index, tokens = 0, sentence.tokens
    while index < len(tokens):
        opens = index == 0 and tokens[0].lower in _LEADS
        index += opens or tokens[index].lower in _MONTHS
        last = index
        while last < len(tokens) and _in_run(sentence, attribution, last, index):
            last += 1
        if last > index:
            yield index, last
        index = max(last, index + 1)


def _in_run(sentence: Sentence, attribution: Attribution, index: int, first: int) -> bool:
    token = sentence.tokens[index]
    if not _is_title(sentence, index) or _is_said(sentence, index, attribution):
        return False
    joined = index > first and (token.text in "-&." or token.text.isdigit() or token.lower in {"magazine", "news"})
    return token.is_capital or (joined and token.text != ".")


def _is_title(sentence: Sentence, index: int) -> bool:
    """Whether a word stands in no quotation, or in one of capitals only: a broadcast's name, "with “Spark Sunday”"."""
    quote = sentence.quote[index]
    words = [t for t, q in zip(sentence.tokens, sentence.quote, strict=True) if q is quote and t.is_word]
    return quote is None or (len(words) <= _LONGEST_TITLE and all(t.is_capital for t in words))


def _is_said(sentence: Sentence, index: int, attribution: Attribution) -> bool:
    """Whether a word stands in what is said, or in a clause apart in its midst: "the cut, told in the Spark, is"."""
    at, content = sentence.tokens[index].start, attribution.content
    if not content or not content[0][0] <= at < content[-1][1]:
        return False
    if any(start <= at < end for start, end in content):
        return True
    left = max(end for _, end in content if end <= at)
    right = min(start for start, _ in content if start > at)
    gap = next(token for token in sentence.tokens if token.start >= left)
    return gap.text == "," and not any(left <= start < right for start, _ in (*attribution.cue, *attribution.source))


def _outlet(
    sentence: Sentence, attribution: Attribution, first: int, end: int, earlier: Earlier
) -> tuple[Link | None, int]:
    """The outlet that a run of capitalised words is or begins with, and where it ends."""
    told = _is_told(sentence, first) or is_spoken_to(sentence, first) or _is_reporters(sentence, attribution, first)
    span = sentence.span(first, end)
    if _is_origin(sentence, first, end) or sentence.lower(end) in _SIDE_BODIES:
        return None, end
    if _is_called(sentence, first):
        return replace(describe(span, earlier).link, kind=SourceKind.OUTLET, named=True), end
    opening: Name | None = next(iter(earlier.named_in((span[0], span[1] + _LONGER))), None)
    begins = span[0] if sentence.lower(first) != "the" else sentence.tokens[first + 1].start
    if opening and opening.start in {span[0], begins} and opening.kind is not EntityKind.PERSON:
        last = (
            next((i for i in range(first, len(sentence.tokens)) if sentence.tokens[i].end >= opening.end), end - 1) + 1
        )
        link = describe((opening.start, opening.end), earlier).link
        body = opening.kind is EntityKind.ORGANISATION and link.kind in {SourceKind.PERSON, SourceKind.ORGANISATION}
        if body and told and _may_be_outlet(sentence, first, last):
            link = replace(link, name=opening.entity, kind=SourceKind.OUTLET)
        if link.kind is SourceKind.OUTLET:
            return link, last
    link = describe(span, earlier).link
    may_be = (told and _may_be_outlet(sentence, first, end)) or _is_titled(sentence, first)
    if link.kind is SourceKind.ORGANISATION and may_be:
        link = replace(link, kind=SourceKind.OUTLET)
    return (link if link.kind is SourceKind.OUTLET and link.named else None), end


def _is_called(sentence: Sentence, first: int) -> bool:
    """Whether the word before says that the name is an outlet's: "the newspaper Lime Post"."""
    if sentence.lower(first) in DAYS:
        return False
    word = sentence.lower(first - 1)
    return word in _NOUNS or (word == "agency" and sentence.lower(first - 2) == "news")


def _lead(sentence: Sentence, first: int) -> int:
    """The word before a name and what describes it: "told" in "told the Norvian newspaper Lime Post"."""
    lead = first - 1
    while lead >= 0 and (sentence.lower(lead) in _BEFORE_NAME | _MARKS or _is_origin(sentence, lead, lead + 1)):
        lead -= 1
    return lead


def _is_origin(sentence: Sentence, first: int, end: int) -> bool:
    """Whether it only says where an outlet is from: "Norvian" in "the Norvian newspaper Lime Post"."""
    tokens, last = sentence.tokens, first + 1
    while last < len(tokens) and tokens[last].text in _NOUNS | {"news", "agency"}:
        last += 1
    named = last < len(tokens) and tokens[last].is_capital
    return tokens[first].is_capital and first + 1 < last >= end and named


def _is_told(sentence: Sentence, first: int) -> bool:
    return sentence.lower(_lead(sentence, first)) in _SURE


def is_spoken_to(sentence: Sentence, first: int) -> bool:
    """Whether the words before a name say that somebody spoke to it: "in an interview with the Spark"."""
    lead = _lead(sentence, first)
    near = {sentence.lower(i) for i in range(max(0, lead - _NEAR_SPEECH), lead)}
    return sentence.lower(lead) in _HEARD_BY and sentence.lower(first) not in DAYS and not _INTERVIEWS.isdisjoint(near)


def _is_titled(sentence: Sentence, first: int) -> bool:
    """Whether a name with a "The" of its own follows "in", or "of" and what is printed: "an issue of The Lime"."""
    lead = _lead(sentence, first)
    printed = sentence.lower(lead) == "in" or sentence.lower(lead - 1) in _PRINTED
    return sentence.tokens[first].text == "The" and first > 1 and sentence.lower(lead) in _LEADS and printed


def _is_reporters(sentence: Sentence, attribution: Attribution, first: int) -> bool:
    """Whether it's where a reporter works: "was first reported by Ann Brown of the Spark"."""
    lead = _lead(sentence, first)
    within = any(
        start < sentence.tokens[first].start < end
        and all(t.is_capital for t in sentence.tokens[:lead] if t.start >= start)
        for start, end in attribution.source
    )
    reported = attribution.lexical is not None and attribution.lexical.lemma in _REPORTED
    return within and reported and sentence.lower(lead) in _SELVES


def _may_be_outlet(sentence: Sentence, first: int, end: int) -> bool:
    """Whether nothing says that a name is another body's: no word for one, no initials, not in the tables."""
    words = [_bare(sentence.tokens[i].text) for i in range(first, end)]
    bodies = any(word in tables.body_words() and tables.body_words()[word][0] != "outlet" for word in words)
    others = words[0].lower() in HONOURS or words[-1] in tables.demonyms()
    return not (bodies or others or tables.known(" ".join(words)) or any(w.isupper() for w in words))


def _bare(word: str) -> str:
    """A word without a possessive ending."""
    return word.removesuffix("’s").removesuffix("'s")


def _carries(sentence: Sentence, attribution: Attribution, first: int, last: int) -> bool:
    """Whether the words around an outlet show that it passed the statement on."""
    lead = _lead(sentence, first)
    word = sentence.lower(lead)
    at = sentence.tokens[first].start
    if any(start <= at < end for start, end in attribution.source):
        office = kind_of_head(sentence.lower(lead - 1)) is SourceKind.OFFICIAL
        return (word in _SELVES | {"via"} and not office) or (
            sentence.tokens[last - 1].end < attribution.source[0][1] and _possesses(sentence, last)
        )
    if word in _SURE:
        told = any(s <= sentence.tokens[lead].start < e for s, e in attribution.cue)
        return word == "via" or told or _tells_besides(sentence, attribution, lead)
    if word == "to" and sentence.lower(lead - 1) == "according":
        return adjoins(sentence, attribution, lead - 1)
    if (word not in _LEADS and sentence.lower(lead - 1) != "recently") or _in_next_clause(sentence, attribution, lead):
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


def adjoins(sentence: Sentence, attribution: Attribution, index: int) -> bool:
    """Whether "according to" speaks of the whole statement, and not of a clause that hangs on it or comes after it."""
    at = sentence.tokens[index].start
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    last = max((end for _, end in spans if end <= at), default=at)
    between = {token.lower for token in sentence.tokens if last <= token.start < at}
    return len(between) <= _ADJUNCT and (RELATIVES | SUBORDINATORS | _VERBS | APART | {"including"}).isdisjoint(between)


def _tells_besides(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether the source does it in telling an outlet: "Ann Brown backed the plan, telling the Spark"."""
    after = any(end <= sentence.tokens[lead].start for _, end in attribution.cue)
    return sentence.lower(lead) == "telling" and sentence.lower(lead - 1) == "," and after


def _closes_with(sentence: Sentence, attribution: Attribution, lead: int) -> bool:
    """Whether what is said ends right before: "confirmed the news to the Spark"."""
    before = sentence.tokens[lead - 1].end if lead else -1
    return sentence.lower(lead) == "to" and any(end == before for _, end in attribution.content)


def _opens(sentence: Sentence, lead: int, last: int) -> bool:
    """Whether the sentence begins with where something was said: "Friday on CNN's “New Day,” Ann Brown told"."""
    days = all(sentence.lower(i) in DAYS or not sentence.tokens[i].is_word for i in range(lead))
    at_end = sentence.lower(last) == "," or _possesses(sentence, last)
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
        hears = sentence.lower(lead) in _HEARD_BY | {"in", "for"}
        return sentence.tokens[lead].start >= attribution.cue[-1][0] and hears and not phrasal
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
    lead = max(_lead(sentence, first), inside[0])
    told = [sentence.lower(i) for i in range(inside[0], lead)]
    if first == last or sentence.lower(lead) not in _LEADS or not _VERBS.isdisjoint(told):
        return None
    link = describe(sentence.span(first, last), earlier).link
    return link if link.kind is SourceKind.OUTLET else None


def _reporting(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """The outlet whose report rests on the source: "the Gazette reported that it was over, according to officials"."""
    if attribution.lexical is not None or not attribution.cue or not attribution.source:
        return None
    cue = next((i for i, t in enumerate(sentence.tokens) if t.start >= attribution.cue[0][0]), 0)
    groups = (g for g in find_groups(sentence) if g.cue.lemma in {"report", "say", "write"} and not g.passive)
    for group in groups:
        if not APART.isdisjoint(sentence.lower(i) for i in range(group.last, cue)):
            continue
        subject = subject_before(sentence, group.first)
        link = describe(sentence.span(*subject), earlier).link if subject else None
        if link and link.kind is SourceKind.OUTLET and link.named:
            return link
    return None


def _quoting(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """Who quotes the source: "the Gazette quoted Ann Brown as saying that"."""
    if not attribution.source:
        return None
    start = attribution.source[0][0]
    index = next((i for i, t in enumerate(sentence.tokens) if t.start >= start), 0) - 1
    if index < 1 or sentence.lower(index) not in _QUOTING:
        return None
    adverb = index - 1 if sentence.tokens[index - 1].is_adverb else index
    subject = subject_before(sentence, adverb)
    link = describe(sentence.span(*subject), earlier).link if subject else None
    return link if link and link.kind in {SourceKind.OUTLET, SourceKind.DOCUMENT} else None
