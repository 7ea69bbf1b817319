"""Attributions by position and punctuation: who is given as the source of what.

For every verb group that attributes, the patterns are tried in the order of `PATTERNS`; the first that fits wins.
What a pattern claims as content is closed to later groups, so attributions are never nested here: a source inside a
content becomes a link of the chain (`chains.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Span
from onrecord.reading.estimates import figures_put
from onrecord.reading.found import Found, State
from onrecord.reading.givers import after_cue
from onrecord.reading.lexicon import Cue, Form, is_verb_form
from onrecord.reading.patterns import PATTERNS, according_to, asked_about, stopped_short
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import WH
from onrecord.reading.verbs import Group, find_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Spans of one attribution; `group` is None where the cue is a phrase ("according to") or a colon.

    `sentence` is the number of the sentence in which a rule found it, `confidence` how sure the model is where it did.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    group: Group | None = None
    pattern: str = ""
    sentence: int = -1
    confidence: float = 1.0

    @property
    def lexical(self) -> Cue | None:
        """The cue's row in the lexicon."""
        return self.group.cue if self.group else None


def find_attributions(sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of an article's sentences, in the order of their first character."""
    found: list[Attribution] = []
    continued: dict[int, list[Span]] = {}
    carried: int | None = None
    quoted = [sentence.wholly_quoted for sentence in sentences]
    mixed = {sentence.paragraph for sentence, whole in zip(sentences, quoted, strict=True) if not whole}
    for number, sentence in enumerate(sentences):
        alone = sentence.paragraph not in mixed
        if carried is not None and quoted[number] and _goes_on(sentences, number, found[carried], alone):
            continued.setdefault(carried, []).append((sentence.start, sentence.end))
            continue
        here = [_to_spans(sentence, f, number) for f in _read(sentence)]
        if not here and carried is not None and _reports_document(sentences, number, found[carried]):
            here = [_out_of(found[carried], sentence, number)]
        carrier = _carrier(here, sentence)
        if carrier is not None:
            carried = len(found) + carrier
        elif here or not quoted[number]:
            carried = None
        found.extend(here)
    for index, pieces in continued.items():
        found[index] = _extended(found[index], pieces)
    return tuple(sorted((a for a in found if a.content), key=place_of))


def place_of(found: Attribution) -> int:
    """Where its first character stands: attributions are kept in this order."""
    return min(start for start, _ in (*found.source, *found.cue, *found.content))


# "published a clarification": what the next sentence reports, with a quotation in it, stands in that document.
_ISSUING = frozenset({"publish", "post", "issue a statement", "release a statement"})


def _reports_document(sentences: Sequence[Sentence], number: int, before: Attribution) -> bool:
    """Whether a sentence with a quotation and no source of its own goes on with what was just published."""
    sentence = sentences[number]
    follows = before.sentence == number - 1 and sentences[number - 1].paragraph == sentence.paragraph
    issued = before.lexical is not None and before.lexical.lemma in _ISSUING and bool(before.source)
    return follows and issued and any(quote is not None for quote in sentence.quote)


def _out_of(before: Attribution, sentence: Sentence, number: int) -> Attribution:
    end = sentence.end - (sentence.tokens[-1].text == ".")
    return Attribution(
        sentence=number,
        source=before.source,
        cue=before.cue,
        content=((sentence.start, end),),
        group=before.group,
        pattern="continued",
    )


def _read(sentence: Sentence) -> list[Found]:
    state = State(sentence, find_groups(sentence))
    according_to(state)
    figures_put(state)
    stopped_short(state)
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
    """False for purposes ("to find out"), links of the chain ("citing", "a memo seen by") and a clause as subject."""
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
    reduced = group.form in {Form.PAST, Form.PARTICIPLE} and group.first == group.head and not group.passive
    if reduced and sentence.lower(group.last) == "by":
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


def _carrier(here: list[Attribution], sentence: Sentence) -> int | None:
    """The index of the attribution that a following sentence in quotation marks belongs to."""
    if not here:
        return None
    last = max(range(len(here)), key=lambda i: here[i].cue[-1][1])
    quoted = any(quote is not None for quote in sentence.quote)
    return last if quoted or sentence.tokens[-1].text == ":" or _speaks(here[last]) else None


def _speaks(attribution: Attribution) -> bool:
    cue = attribution.lexical
    return cue is not None and "q" in cue.frames


def _goes_on(sentences: Sequence[Sentence], number: int, carried: Attribution, alone: bool) -> bool:
    """Whether the attribution goes on in a quoted sentence; `alone` if its paragraph holds nothing but quotations."""
    sentence, before = sentences[number], sentences[number - 1]
    if sentence.paragraph == before.paragraph or before.tokens[-1].text == ":":
        return True
    return alone and _speaks(carried) and bool(before.quote[0] or before.quote[-1])


def _extended(found: Attribution, pieces: Sequence[Span]) -> Attribution:
    return replace(found, content=(*found.content, *pieces), pattern="continued")


def _to_spans(sentence: Sentence, found: Found, number: int) -> Attribution:
    return Attribution(
        sentence=number,
        source=(sentence.span(*found.source),) if found.source else (),
        cue=(sentence.span(*found.cue),),
        content=tuple(sentence.span(*piece) for piece in sorted(found.content)),
        group=found.group,
        pattern=found.pattern,
    )
