"""The patterns of attribution: each gets a verb group and returns what it makes of it, or None."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.contents import (
    content_before,
    content_start,
    next_source,
    over_citing,
    quoted_end,
    quotes_after,
    says_nothing,
)
from onrecord.reading.found import Found, State
from onrecord.reading.givers import after_cue, next_comma, subject_of
from onrecord.reading.lexicon import Form
from onrecord.reading.phrases import Range, clause_end, has_verb, skip_adjunct, subject_after, subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.source_phrases import PARTICIPLES
from onrecord.reading.tokens import CONJUNCTIONS, WH
from onrecord.reading.verbs import Group

_STOPPING = frozenset("stop stops stopped stopping".split())
_SAYING = frozenset("saying claiming stating".split())
_NEAR = 12
_DESCRIBED = 34
"""Words that somebody quoted may have with a description."""


def _as_clause(state: State, group: Group) -> Found | None:
    """As the Herald reported on Monday, citing sources, the plan is dead."""
    sentence = state.sentence
    if sentence.lower(0) != "as" or group.passive or not set("tq") & set(group.cue.frames):
        return None
    source = subject_before(sentence, group.first, 1)
    if source is None or source[0] != 1:
        return None
    comma = next_comma(sentence, group.last, state.end)
    if comma is not None and sentence.lower(comma + 1) in {"citing", "quoting"}:
        comma = next_comma(sentence, comma + 1, state.end)
    if comma is None or comma - group.last > 14:
        return None
    last = clause_end(sentence, comma + 1, state.end)
    return Found(source, (group.first, group.last), [(comma + 1, last)], group) if last > comma + 1 else None


def _quoting(state: State, group: Group) -> Found | None:
    """The Herald quotes sources saying that the plan is dead: the source's own sources go into the chain."""
    sentence = state.sentence
    if group.cue.lemma not in {"quote", "cite"} or group.passive:
        return None
    source, saying = subject_of(state, group), _saying_after(state, group.last)
    if source is None or saying is None or saying + 1 >= state.end:
        return None
    content = (saying + 1, clause_end(sentence, saying + 1, state.end))
    return Found(source, (group.first, group.last), [content], group) if content[1] > content[0] else None


def _saying_after(state: State, index: int) -> int | None:
    """The "saying" that follows whoever is quoted: after "as" however long the description."""
    sentence = state.sentence
    for i in range(index, min(state.end, index + _DESCRIBED)):
        if sentence.lower(i) in _SAYING and (sentence.lower(i - 1) == "as" or i < index + _NEAR):
            return i
    return None


def _inverted(state: State, group: Group) -> Found | None:
    """“We won,” said Ann."""
    sentence, first = state.sentence, group.first
    if first == 0 or group.form not in {Form.PAST, Form.THIRD} or not set("tq") & set(group.cue.frames):
        return None
    quoted = sentence.quote[first - 1] is not None
    apposition = "n" in group.cue.frames and group.cue.lemma not in {"report", "announce"}
    if not quoted and sentence.tokens[first - 1].text not in {",", "—", "–"}:
        return None
    source = subject_after(sentence, group.last, state.end)
    content = content_before(state, first)
    closes = source is not None and source[1] >= state.end - 1 and content is not None and has_verb(sentence, *content)
    if not quoted and apposition and not closes:
        return None
    if source is None or content is None:
        return None
    name_end = next_comma(sentence, source[0], source[1] + 1)
    if has_verb(sentence, source[0], min(name_end or source[1], source[1])):
        return None
    if not quoted and source[1] < state.end and sentence.lower(source[1]) not in {".", ",", "on", "in", "at", "who"}:
        return None
    return Found(source, (first, group.last), [content, *quotes_after(state, source[1])], group)


def _parenthetic(state: State, group: Group) -> Found | None:
    """“We won,” Ann said on Monday. The plan, Ann said, was dead."""
    sentence = state.sentence
    if not set("tq") & set(group.cue.frames) or group.passive:
        return None
    source = subject_before(sentence, group.first, state.floor(group.first))
    if source is None or source[0] == 0:
        return None
    before = source[0] - 1
    as_clause = sentence.lower(before) in {"as", "and"} and before > 0
    if as_clause:
        before -= 1
    if sentence.quote[before] is None and sentence.tokens[before].text not in {",", "—", "–"}:
        return None
    after = after_cue(state, group)
    later = quotes_after(state, after)
    if not (after >= state.end or sentence.is_mark(after, ".,;:!?") or sentence.quote[before] is not None):
        return None
    if "t" not in group.cue.frames and not later and sentence.quote[before] is None:
        return None
    quoted = sentence.quote[before] is not None
    content = content_before(state, before + quoted)
    if content is None or (quoted and _is_title(state, before) and after < state.end - 1):
        return None
    pieces = [content]
    if after < state.end and sentence.tokens[after].text == "," and not later and sentence.quote[before] is None:
        last = clause_end(sentence, after + 1, state.end)
        follows = sentence.lower(after + 1)
        if last - after > 2 and follows not in CONJUNCTIONS and not follows.endswith("ing"):
            pieces.append((after + 1, last))
    return Found(source, (group.first, group.last), pieces + later, group)


def _is_title(state: State, last: int) -> bool:
    """Whether the quotation that ends at token `last` is too short for speech: a programme, a nickname."""
    quote = state.sentence.quote
    words = [i for i in range(last + 1) if quote[i] is quote[last] and state.sentence.tokens[i].is_word]
    return len(words) < 4 and any(quote[i] is None and state.sentence.tokens[i].is_word for i in range(last))


def _passive(state: State, group: Group) -> Found | None:
    """The plan was criticised by Ann. It was reported that … Ann was asked about it."""
    if not group.passive:
        return None
    sentence = state.sentence
    by = next((i for i in range(group.last, min(state.end, group.last + 6)) if sentence.lower(i) == "by"), None)
    source = subject_after(sentence, by + 1, state.end) if by is not None else None
    start = skip_adjunct(sentence, source[1] if source else group.last, state.end)
    if start < state.end and sentence.lower(start) in WH | {"that"}:
        return Found(source, (group.first, group.last), [(start, clause_end(sentence, start, state.end))], group)
    subject = subject_before(sentence, group.first, state.floor(group.first))
    if subject is None or (source is None and "i" not in group.cue.frames and "n" not in group.cue.frames):
        return None
    content = [subject]
    rest = source[1] if source else group.last
    if rest < state.end and not sentence.is_mark(rest):
        content.append((rest, clause_end(sentence, rest, state.end)))
    return Found(source, (group.first, group.last), content, group) if source else None


def _expected(state: State, group: Group) -> Found | None:
    """The plan is expected to fail: no source, the subject belongs to the content."""
    if group.cue.certainty == "certain" or "i" not in group.cue.frames or group.cue.act != "asserts":
        return None
    sentence = state.sentence
    subject = subject_before(sentence, group.first, state.floor(group.first))
    last = clause_end(sentence, group.last, state.end)
    if subject is None or last <= group.last:
        return None
    empty = sentence.lower(subject[0]) == "it" and sentence.lower(group.last) == "that"
    content = [(group.last, last)] if empty else [subject, (group.last, last)]
    return Found(None, (group.first, group.last), content, group)


def _declined(state: State, group: Group) -> Found | None:
    """Ann declined to comment on the plan."""
    if group.cue.act != "declines":
        return None
    source = subject_of(state, group)
    first = group.head + 1 if group.cue.lemma.startswith(("decline", "refuse")) else group.last
    last = clause_end(state.sentence, first, state.end)
    if source is None or last <= first:
        return None
    asked = asked_about(state.sentence, group.first)
    if asked:
        return Found(source, (group.first, group.last), [asked], group)
    return Found(source, (group.first, first), [(first, last)], group)


def asked_about(sentence: Sentence, ceiling: int) -> Range | None:
    """What somebody was asked in an opening clause: "Asked whether …, Ann declined to answer"."""
    if sentence.lower(0) != "asked":
        return None
    first = 2 if sentence.lower(1) in {"about", "for"} else 1
    last = max((i for i in range(first, ceiling) if sentence.tokens[i].text == ","), default=first)
    return (first, last) if last > first else None


def _plain(state: State, group: Group) -> Found | None:
    """Ann said (on Monday) that the plan was dead. Ann promised to go. Ann rejected the plan."""
    source = None if group.passive else subject_of(state, group)
    if source is None:
        return None
    start = content_start(state, group)
    if start is None:
        return None
    sentence = state.sentence
    if sentence.quote[start] is not None:
        last = quoted_end(state, start)
    else:
        last = clause_end(sentence, start, next_source(state, group, start))
    if last <= start or says_nothing(sentence, start, last):
        return None
    return Found(source, (group.first, group.last), [(start, last)], group)


PATTERNS: tuple[Callable[[State, Group], Found | None], ...] = (
    _declined,
    _as_clause,
    _quoting,
    _inverted,
    _parenthetic,
    _passive,
    _expected,
    _plain,
)


def according_to(state: State) -> None:
    """According to Ann, the plan is dead. The plan is dead, according to Ann. By phrase, not by verb."""
    sentence = state.sentence
    for i in range(state.end - 2):
        if sentence.quote[i] is not None or (sentence.lower(i), sentence.lower(i + 1)) != ("according", "to"):
            continue
        source = subject_after(sentence, i + 2, state.end, any_start=True, inside=True)
        if source is None or state.claimed(i):
            continue
        source = _with_maker(state, source) if i <= state.floor(i) + 1 else source
        content = _around(state, i, source[1])
        if content:
            state.found.append(Found(source, (i, i + 2), content))


def stopped_short(state: State) -> None:
    """Ann stopped short of admitting fault: what she didn't say isn't left to the outlet's own voice."""
    sentence = state.sentence
    for i in range(1, state.end - 4):
        words = (sentence.lower(i), sentence.lower(i + 1), sentence.lower(i + 2))
        if words[0] not in _STOPPING or words[1:] != ("short", "of") or sentence.quote[i] is not None:
            continue
        source, last = subject_before(sentence, i), clause_end(sentence, i + 4, state.end)
        if source and sentence.lower(i + 3).endswith("ing") and last > i + 4 and not state.claimed(i):
            state.found.append(Found(source, (i, i + 4), [(i + 4, last)], pattern="declined"))


def _with_maker(state: State, source: Range) -> Range:
    """The source with who made it or passed it on, up to a comma: "a statement carried by the Gazette"."""
    sentence, last = state.sentence, source[1]
    apart = last < state.end and sentence.tokens[last].text == ","
    made = not PARTICIPLES.isdisjoint(sentence.lower(i) for i in (last - 1, last, *([last + 1] if apart else [])))
    comma = next_comma(sentence, last + apart, state.end) if made else None
    return source if comma is None else (source[0], comma)


def _around(state: State, first: int, last: int) -> list[Range]:
    """What stands around a phrase: after it when it opens the sentence, else before it (and after, if it goes on)."""
    sentence = state.sentence
    pieces: list[Range] = []
    before = content_before(state, first)
    opens = first <= state.floor(first) + 1 or before is None or sentence.tokens[first - 1].text in {":", ";", "—", "–"}
    if not opens and before:
        pieces.append(before)
    if opens and (cited := over_citing(sentence, last, state.end)) > last:
        return [(cited, clause_end(sentence, cited, state.end))]
    if last < state.end and sentence.tokens[last].text == ",":
        end = clause_end(sentence, last + 1, state.end)
        goes_on = (
            not opens and sentence.lower(last + 1) not in CONJUNCTIONS and not sentence.lower(last + 1).endswith("ing")
        )
        if (opens or goes_on) and end > last + 1:
            pieces.append((last + 1, end))
    elif opens and last < state.end - 1:
        pieces.append((last, clause_end(sentence, last, state.end)))
    return pieces
