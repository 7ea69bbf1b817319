"""Attributions by position and punctuation: who is given as the source of what.

For every verb group that attributes, the patterns are tried in the order of `PATTERNS`; the first that fits wins.
What a pattern claims as content is closed to later groups, so attributions are never nested here: a source inside a
content becomes a link of the chain (`chains.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.found import Found, State
from onrecord.reading.givers import after_cue
from onrecord.reading.lexicon import Cue, Form, is_verb_form
from onrecord.reading.patterns import PATTERNS, according_to, asked_about
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import WH
from onrecord.reading.verbs import Group, find_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Spans of one attribution; `group` is None where the cue is a phrase ("according to") or a colon."""

    sentence: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    group: Group | None = None
    pattern: str = ""

    @property
    def lexical(self) -> Cue | None:
        """The cue's row in the lexicon."""
        return self.group.cue if self.group else None


def find_attributions(sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of an article's sentences, in the order of their first character."""
    found: list[Attribution] = []
    carried: Attribution | None = None
    for number, sentence in enumerate(sentences):
        if number and carried and sentence.wholly_quoted and _goes_on(sentences, number, carried):
            carried = _extend(found, carried, sentence, number)
            continue
        here = [_to_spans(sentence, f, number) for f in _read(sentence)]
        found.extend(here)
        carried = _carrier(here, sentence) or (carried if not here and sentence.wholly_quoted else None)
    kept = [a for a in found if a.content]
    return tuple(sorted(kept, key=lambda a: min(s for s, _ in (*a.source, *a.cue, *a.content))))


def _read(sentence: Sentence) -> list[Found]:
    state = State(sentence, find_groups(sentence))
    according_to(state)
    for group in _trailing_first(state):
        if state.claimed(group.head) or not _attributes(state, group):
            continue
        for pattern in PATTERNS:
            hit = pattern(state, group)
            if hit is not None:
                hit.pattern = pattern.__name__.lstrip("_").replace("_", " ")
                state.found.append(hit)
                break
    return state.found


def _attributes(state: State, group: Group) -> bool:
    """False for purposes ("to find out"), for "citing" (a link of the chain) and for a clause that is the subject."""
    sentence = state.sentence
    first = next((i for i in range(group.first, group.head) if not sentence.tokens[i].is_adverb), group.head)
    purpose = sentence.lower(first) in {"to", "not", "first"} and "to" in {
        sentence.lower(first),
        sentence.lower(first + 1),
    }
    citing = group.form is Form.ING and group.cue.lemma in {"cite", "quote"}
    asked = asked_about(sentence, state.groups[-1].first)
    if asked and group.first < asked[1]:
        return False
    clause_is_subject = sentence.lower(0) in WH - {"if", "when"} and group is state.groups[0]
    return not (purpose or citing or clause_is_subject)


def _trailing_first(state: State) -> Iterable[Group]:
    """Groups that close the sentence ("…, officials said.") before the others: they hold what stands before them."""
    trailing = [g for g in state.groups if _is_trailing(state, g)]
    return [*trailing, *(g for g in state.groups if g not in trailing)]


def _is_trailing(state: State, group: Group) -> bool:
    if not set("tq") & set(group.cue.frames) or group.passive:
        return False
    after = after_cue(state, group)
    if after < state.end - 1 and state.sentence.tokens[after].text == ",":
        follows = state.sentence.lower(after + 1)
        if follows.endswith("ing") and is_verb_form(follows):
            return True
    return after >= state.end or (state.sentence.is_mark(after, ".,;!?") and _nothing_follows(state, after))


def _nothing_follows(state: State, index: int) -> bool:
    return index >= state.end - 1 or state.sentence.is_mark(index, ".;")


def _carrier(here: list[Attribution], sentence: Sentence) -> Attribution | None:
    """The attribution that a following sentence in quotation marks belongs to."""
    if not here:
        return None
    last = max(here, key=lambda a: a.cue[-1][1] if a.cue else 0)
    quoted = any(sentence.quote[i] is not None for i in range(len(sentence.tokens)))
    return last if quoted or sentence.tokens[-1].text == ":" or (last.sentence >= 0 and _speaks(last)) else None


def _speaks(attribution: Attribution) -> bool:
    cue = attribution.lexical
    return cue is not None and "q" in cue.frames


def _goes_on(sentences: Sequence[Sentence], number: int, carried: Attribution) -> bool:
    sentence, before = sentences[number], sentences[number - 1]
    if sentence.paragraph == before.paragraph or before.tokens[-1].text == ":":
        return True
    alone = all(s.wholly_quoted for s in sentences if s.paragraph == sentence.paragraph)
    return alone and _speaks(carried) and bool(before.quote[0] or before.quote[-1])


def _extend(found: list[Attribution], carried: Attribution, sentence: Sentence, number: int) -> Attribution:
    content = (*carried.content, (sentence.start, sentence.end))
    longer = Attribution(
        sentence=number,
        source=carried.source,
        cue=carried.cue,
        content=content,
        group=carried.group,
        pattern="continued",
    )
    found[found.index(carried)] = longer
    return longer


def _to_spans(sentence: Sentence, found: Found, number: int) -> Attribution:
    return Attribution(
        sentence=number,
        source=(sentence.span(*found.source),) if found.source else (),
        cue=(sentence.span(*found.cue),),
        content=tuple(sentence.span(*piece) for piece in sorted(found.content)),
        group=found.group,
        pattern=found.pattern,
    )
