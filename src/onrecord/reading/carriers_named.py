"""Runs of words that name an outlet, by what stands before and around them: "the newspaper Lime Post"."""

from __future__ import annotations

from bisect import bisect_left
from calendar import month_name
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice, takewhile

from onrecord.model import EntityKind, Link, Name, SourceKind
from onrecord.reading import names_tables as tables
from onrecord.reading.attribution import Attribution
from onrecord.reading.earlier import Earlier
from onrecord.reading.names_kinds import is_outlet
from onrecord.reading.sentence import Sentence
from onrecord.reading.source_names import HONOURS
from onrecord.reading.speakers import describe
from onrecord.reading.tokens import DAYS, DETERMINERS

# Words right before an outlet that by themselves show that it passed something on.
SURE = frozenset("told tell tells telling via informed informs".split())
# Others need a word of communication nearby, or the cue right before them.
LEADS = frozenset("to with by on in at for from of".split())
INTERVIEWS = frozenset("interview interviews interviewed interviewing".split())
"""Whom these join with "to", "with", "by" or "on" is an outlet more often than not, though no table knows it."""
_PRINTED = frozenset("issue edition interview article column op-ed essay editorial piece".split())
_WRITTEN_FOR = frozenset("wrote writes writing written op-ed column essay piece editorial".split())
_ISSUES = frozenset("issue issues edition editions".split())
SELVES = frozenset("of at for".split())
_NOT_CAPITALISED = frozenset(
    "the a an his her its their station network outlet separate recent local state national regional public private "
    "independent state-run state-owned leading largest daily weekly cable television tv radio".split()
)
_NOUNS = frozenset(
    "newspaper paper broadcaster channel magazine daily weekly tabloid website portal journal newswire station "
    "affiliate".split()
)
"""What an outlet is called right before its name."""
_PROGRAMMES = frozenset("Show Tonight Live Hour Podcast Report Radio Morning".split())
_MEDIA = frozenset("television tv radio cable state public".split())
_SIDE_BODIES = frozenset({"affiliate", "affiliates"})
"""What follows the name of an outlet that it isn't itself: "a WKRX affiliate"."""
_MARKS = frozenset("“ \" ''".split())
_MONTHS = frozenset(name.lower() for name in month_name if name)
_BEFORE_NAME = _NOT_CAPITALISED | _NOUNS | _MONTHS | {"news", "agency"}
_REPORTED = frozenset("report reveal disclose break".split())
_LONGEST_TITLE = 4
_NEAR_SPEECH = 4
HEARD_BY = frozenset("to with by on".split())
_LONGER = 40


def candidates(sentence: Sentence, attribution: Attribution) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside of quotation marks and of what is said."""
    index, tokens = 0, sentence.tokens
    while index < len(tokens):
        opens = index == 0 and tokens[0].lower in LEADS
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
    if quote is None:
        return True
    first = bisect_left(sentence.tokens, quote.start, key=lambda token: token.start)
    inside = takewhile(lambda i: sentence.quote[i] is quote, range(first, len(sentence.tokens)))
    words = list(islice((sentence.tokens[i] for i in inside if sentence.tokens[i].is_word), _LONGEST_TITLE + 1))
    return len(words) <= _LONGEST_TITLE and all(token.is_capital for token in words)


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


def outlet_at(
    sentence: Sentence, attribution: Attribution, first: int, end: int, earlier: Earlier
) -> tuple[Link | None, int]:
    """The outlet that a run of capitalised words is or begins with, and where it ends."""
    told = any(
        (
            _is_told(sentence, first),
            _is_interviewer(sentence, first),
            _is_reporters(sentence, attribution, first),
            _is_printer(sentence, first),
        )
    )
    span = sentence.span(first, end)
    if all(sentence.lower(i) in DETERMINERS for i in range(first, end)):
        return None, end
    if _is_origin(sentence, first, end) or sentence.lower(end) in _SIDE_BODIES:
        return None, end
    if (owner := _owner(sentence, first, end, earlier)) and not sentence.quote[first]:
        return owner
    if _is_called(sentence, first):
        return replace(describe(span, earlier).link, kind=SourceKind.OUTLET, named=True), end
    opening: Name | None = next(iter(earlier.named_in((span[0], span[1] + _LONGER))), None)
    article = sentence.lower(first) == "the" and first + 1 < len(sentence.tokens)
    begins = sentence.tokens[first + 1].start if article else span[0]
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
    if link.kind is not SourceKind.OUTLET and (full := earlier.outlet_called(earlier.text[slice(*span)])):
        link = Link(name=full, kind=SourceKind.OUTLET, named=True, span=span)
    return (link if link.kind is SourceKind.OUTLET and link.named else None), end


def _is_programme(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a run names a programme on which somebody speaks: "said on The Ann Brown Show"."""
    return (
        end - first > 1
        and sentence.tokens[end - 1].text in _PROGRAMMES
        and sentence.lower(first - 1) in {"on", "“", '"'}
    )


def _owner(sentence: Sentence, first: int, end: int, earlier: Earlier) -> tuple[Link, int] | None:
    """The outlet that a programme or reporter's name holds, or the programme, and where it ends: "WKRX's Brown"."""
    if _is_programme(sentence, first, end):
        span = sentence.span(first, end)
        return Link(name=earlier.text[slice(*span)], kind=SourceKind.OUTLET, named=True, span=span), end
    last = next((i + 1 for i in range(first, end - 1) if sentence.tokens[i].lower.endswith(("'s", "’s"))), None)
    if last is None:
        return None
    start, stop = sentence.span(first, last)
    whole = _bare(earlier.text[start:stop])
    name = whole.removeprefix("The ")
    if not (is_outlet(whole) or is_outlet(name)):
        return None
    link = describe((start, start + len(whole)), earlier).link
    if link.kind is not SourceKind.OUTLET or not link.named:
        link = Link(name=name, kind=SourceKind.OUTLET, named=True, span=(start, start + len(whole)))
    return link, last


def _is_called(sentence: Sentence, first: int) -> bool:
    """Whether the word before says that the name is an outlet's: "the newspaper Lime Post"."""
    if sentence.lower(first) in DAYS:
        return False
    word = sentence.lower(first - 1)
    return word in _NOUNS or (word == "agency" and sentence.lower(first - 2) == "news")


def lead_of(sentence: Sentence, first: int) -> int:
    """The word before a name and what describes it: "told" in "told the Norvian newspaper Lime Post"."""
    lead = first - 1
    while lead >= 0 and (sentence.lower(lead) in _BEFORE_NAME | _MARKS or _is_origin(sentence, lead, lead + 1)):
        lead -= 1
    return lead


def _is_origin(sentence: Sentence, first: int, end: int) -> bool:
    """Whether it only says where an outlet is from: "Norvian" in "the Norvian newspaper Lime Post"."""
    tokens, last = sentence.tokens, first + 1
    while last < len(tokens) and tokens[last].text in _NOUNS | _MEDIA | {"news", "agency"}:
        last += 1
    named = last < len(tokens) and tokens[last].is_capital
    return tokens[first].is_capital and first + 1 < last >= end and named


def _is_told(sentence: Sentence, first: int) -> bool:
    return sentence.lower(lead_of(sentence, first)) in SURE


def hears(sentence: Sentence, first: int, speech: Collection[str]) -> bool:
    """Whether the words before a name, one of `speech` among them, say that it heard: "an interview with the Spark"."""
    lead = lead_of(sentence, first)
    near = (sentence.lower(i) for i in range(max(0, lead - _NEAR_SPEECH), lead))
    return sentence.lower(lead) in HEARD_BY and any(word in speech for word in near)


def _is_interviewer(sentence: Sentence, first: int) -> bool:
    return sentence.lower(first) not in DAYS and hears(sentence, first, INTERVIEWS)


def _is_printer(sentence: Sentence, first: int) -> bool:
    """Whether it prints what somebody writes: "wrote for the Spark", "an op-ed in the Spark"."""
    lead = lead_of(sentence, first)
    return sentence.lower(lead) in {"for", "in"} and sentence.lower(lead - 1) in _WRITTEN_FOR


def _is_titled(sentence: Sentence, first: int) -> bool:
    """Whether it follows "issue of", or with a "The" of its own "in" or what is printed: "an essay in The Lime"."""
    lead = lead_of(sentence, first)
    word, before = sentence.lower(lead), sentence.lower(lead - 1)
    if word == "of" and before in _ISSUES:
        return sentence.lower(first) not in DAYS
    printed = word == "in" or before in _PRINTED
    return sentence.tokens[first].text == "The" and first > 1 and word in LEADS and printed


def _is_reporters(sentence: Sentence, attribution: Attribution, first: int) -> bool:
    """Whether it's where a reporter works: "was first reported by Ann Brown of the Spark"."""
    lead = lead_of(sentence, first)
    within = any(
        start < sentence.tokens[first].start < end
        and all(t.is_capital for t in sentence.tokens[:lead] if t.start >= start)
        for start, end in attribution.source
    )
    reported = attribution.lexical is not None and attribution.lexical.lemma.removeprefix("be ") in _REPORTED
    return within and reported and sentence.lower(lead) in SELVES


def _may_be_outlet(sentence: Sentence, first: int, end: int) -> bool:
    """Whether nothing says that a name is another body's: no word for one, no initials, not in the tables."""
    words = [_bare(sentence.tokens[i].text) for i in range(first, end)]
    bodies = any(word in tables.body_words() and tables.body_words()[word][0] != "outlet" for word in words)
    others = words[0].lower() in HONOURS or words[-1] in tables.demonyms()
    return not (bodies or others or tables.known(" ".join(words)) or any(w.isupper() for w in words))


def _bare(word: str) -> str:
    """A word without a possessive ending."""
    return word.removesuffix("’s").removesuffix("'s")
