"""What a statement does and how sure it is: act, certainty and polarity from cue, modal and negation, per assertion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Act, Assertion, Certainty, Polarity, Span
from onrecord.reading.clauses import has_verb, split_clauses
from onrecord.reading.cue_forces import DENIED, MODAL, PLAIN, Force, asks, force_of_cue, in_context, weaker
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import BE, DO, HAVE, MODALS, NEGATIVE_MODALS, PRONOUNS, Token, tokenize
from onrecord.reading.verbs import Group, find_groups
from onrecord.reading.verdicts import parted_denial, verdict_on

_REFUSALS = ("refuse", "decline")
_REFUSING = re.compile(r"\b(?:refus|declin|fail|hesitat|stop)\w*\s+(?:\w+\s+)?(?:to|short of)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“”„‟\"«»‹›‘’']")
_NEGATIVE = re.compile(
    r"\b(?:not|never|no longer|neither|nor|nobody|nothing|none|cannot|without|no one|no|hardly|unlikely|\w+n[’']t)\b",
    re.IGNORECASE,
)
# What negates by its meaning: "zero chance", "seems improbable", "was unable to".
_NEGATIVE_SENSE = re.compile(
    rf"{_NEGATIVE.pattern}|\b(?:nowhere|zero|barely|scarcely|seldom|rarely|fail\w*|lack\w*|refus\w*|unable|unwilling"
    r"|unaware|unclear|improbable|impossible|inconceivable|few|little|rul\w+ out|far from|short of"
    r"|den(?:y|ies|ied|ying)|absen\w+)\b",
    re.IGNORECASE,
)
# What negates a part and not the main verb: "does not only hurt but ruins", "not on Monday but on Tuesday", "a fire,
# not an attack".
_WHERE = r"(?:on|in|at|by|from|to|for|with|because)"
_UNCERTAIN = re.compile(
    r"\b(?:may|might|could|can|perhaps|possib\w+|maybe|if|unless|whether|or|consider\w*|potential\w*|risk\w*|fear\w*"
    r"|threat\w*|chance\w*|\w*likel\w+|would|should|ought|hop\w+|suspect\w*|suggest\w*|seem\w*|appear\w*|rule\w*"
    r"|believ\w*|think\w*|thought|expect\w*|probab\w*|apparent\w*|plan\w*|inten\w*|aim\w*|want\w*|will|wo)\b|[’']d\b",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"\bno\s+(?:fewer|less|more|later|sooner)\s+than\b"
    r"|\b(?:not|\w+n[’']t)\s+(?:only|just|merely|simply|solely)\b(?=[^.;!?]{0,120}(?:\b(?:but|also)\b|[,;—–]))"
    rf"|(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere )(?<!\bbe )\bnot\s+{_WHERE}\s+[^,.;!?]{{1,60}}\bbut\s+{_WHERE}\b"
    r"|,\s*(?:not|never)\s+[^,.;!?]{1,80}$",
    re.IGNORECASE,
)
_QUESTION_MARK = re.compile(r"[^.!?\n]*\?")
_SENTENCE_REACH = 300
"""How far on the mark is looked for that ends the sentence of a clause."""
_MODAL_REACH = 14
"""A modal further into the clause is rarely that of its main verb, but after an opening "if"."""
# "I didn't promise it" tells what one hasn't done; "I don't promise it" gives no promise.
_DEEDS = frozenset({Act.PROMISES, Act.DEMANDS, Act.WARNS, Act.SUPPORTS})
_UNDONE = re.compile(r"(?:did|had|has|have)(?:n[’']t|\s+(?:not|never))\b|never\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:so-called|self-styled|self-proclaimed|alleged(?:ly)?|purported(?:ly)?|supposed(?:ly)?|reported(?:ly)|"
    r"apparent(?:ly)?|unconfirmed|unverified|ostensibl[ey]|suspected|presumed|what (?:it|he|she|they) calls?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided that|as long as|in case|in the event (?:of|that)|should it|on condition that|"
    r"only once|depending on)\b[^,;.!?”\"]*",
    re.IGNORECASE,
)


def force_of(group: Group | None, cue_text: str, content: str = "") -> Force:
    """Act, certainty and polarity of a cue in context; a cue that is a phrase or colon asserts."""
    if group is None:
        return PLAIN
    cue = in_context(group.cue, content)
    if cue.lemma == "ask" and asks(content):
        return Act.QUESTIONS, Certainty.UNKNOWN, Polarity.UNKNOWN
    refusing = bool(_REFUSING.search(cue_text)) and cue.act is not Act.DECLINES and not cue.lemma.startswith(_REFUSALS)
    return force_of_cue(cue, negated=group.negated != refusing, modals=[group.modal] if group.modal else [])


def find_hedges(text: str, spans: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The reporter's own hedges within the spans: those that stand inside quotation marks are the speaker's."""
    found = (m.span() for start, end in spans for m in _HEDGE.finditer(text, start, end))
    return tuple(span for span in found if not any(a <= span[0] < b for a, b in quoted))


def find_conditions(text: str, content: Sequence[Span], *, indirect_question: bool) -> tuple[Span, ...]:
    """The conditions that the content is subject to; "asked if" opens a question, not a condition."""
    found: list[Span] = []
    for index, (start, end) in enumerate(content):
        for match in _CONDITION.finditer(text, start, end):
            opens = index == 0 and not text[start : match.start()].strip("“\"'‘ ")
            if not (opens and indirect_question):
                stop = match.start() + len(match.group().rstrip())
                found.append((match.start(), stop))
    return tuple(found)


def find_assertions(
    text: str, content: Sequence[Span], force: Force, *, speaker_own: bool, whole: bool = False
) -> tuple[Assertion, ...]:
    """The clause-sized assertions of a content, each with its own act, certainty and polarity.

    `speaker_own` says whether a verb at the head of a clause can be the speaker's own act ("said that he welcomed").
    `whole` makes one assertion of all pieces: the cue between them belongs to it ("the plan is expected to fail").
    """
    if whole and len(content) > 1:
        return (_assertion((content[0][0], content[-1][1]), force),)
    if force[0] is Act.ASSERTS and (denied := parted_denial(text, content)):
        return (_assertion(denied, DENIED),)
    return tuple(_of_clause(text, span, force, speaker_own) for span in clauses_of(text, content))


def may_be_negated(text: str, span: Span) -> bool:
    """Whether a clause has any word that negates it: a negation beside it, or of a part of it, is another's."""
    return bool(_NEGATIVE_SENSE.search(_IN_PART.sub(" ", text[slice(*span)])))


def negates_a_part(text: str, span: Span) -> bool:
    """Whether all that is negated is a part: "no fewer than 40 had died", "a fire, not an attack"."""
    return bool(_NEGATIVE.search(text[slice(*span)])) and not may_be_negated(text, span)


def may_be_uncertain(text: str, span: Span) -> bool:
    """Whether a clause has any word that makes it less than certain: a "might" beside it is another's."""
    return bool(_UNCERTAIN.search(text[slice(*span)]))


def _of_clause(text: str, span: Span, force: Force, speaker_own: bool) -> Assertion:
    verdict = verdict_on(text, span) if force[0] is Act.ASSERTS else None
    return _assertion(*verdict) if verdict else _assertion(span, _assertion_force(text, span, force, speaker_own))


def _assertion(span: Span, force: Force) -> Assertion:
    act, certainty, polarity = force
    return Assertion(start=span[0], end=span[1], act=act, certainty=certainty, polarity=polarity)


def clauses_of(text: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of a content's assertions: what depends on a condition is asserted, the condition itself isn't."""
    found = [clause for start, end in _rejoined(text, content) for clause in split_clauses(text, start, end)]
    return tuple(span for span in found if not _CONDITION.fullmatch(text, *span)) or tuple(found)


def _rejoined(text: str, content: Sequence[Span]) -> Iterator[Span]:
    """The pieces, but one without a verb goes with the next one: "The bridge, Ann said, would stay closed"."""
    begun: int | None = None
    for index, (start, end) in enumerate(content):
        first = start if begun is None else begun
        following = content[index + 1][0] if index + 1 < len(content) else None
        cut = following is not None and not _QUOTED.search(text[end - 1] + text[following])
        if cut and not has_verb(tokenize(text, first, end)):
            begun = first
        else:
            yield first, end
            begun = None


def _assertion_force(text: str, span: Span, force: Force, speaker_own: bool) -> Force:
    act, certainty, polarity = force
    if act is Act.ASSERTS and _QUESTION_MARK.match(text, span[1] - 1, span[1] + _SENTENCE_REACH):
        return Act.QUESTIONS, Certainty.UNKNOWN, Polarity.UNKNOWN
    tokens = tuple(tokenize(text, *span))
    inner = _head_group(tokens, span) if speaker_own else None
    if inner is not None and act in {Act.ASSERTS, Act.CONFIRMS} and inner.cue.act is not Act.ASSERTS:
        verb = text[tokens[inner.first].start : tokens[inner.head].end]
        if inner.negated and inner.cue.act in _DEEDS and _UNDONE.match(verb):
            return Act.ASSERTS, Certainty.CERTAIN, Polarity.NEGATIVE
        return force_of(inner, verb)
    reach = len(tokens) if tokens and tokens[0].lower in {"if", "unless"} else _MODAL_REACH
    words = [token.lower for token in tokens[:reach]]
    for word in words:
        if word in MODAL:
            certainty = weaker(certainty, MODAL[word])
            break
    if polarity is Polarity.POSITIVE and _negated_main(tokens) and may_be_negated(text, span):
        polarity = Polarity.NEGATIVE
    return act, certainty, polarity


def _head_group(tokens: tuple[Token, ...], span: Span) -> Group | None:
    """The clause's main verb if its subject is a pronoun or left out: then its act is the speaker's own."""
    sentence = Sentence(span[0], span[1], 0, tokens, (None,) * len(tokens))
    groups = find_groups(sentence)
    if not groups:
        return None
    before = [t.lower for t in tokens[: groups[0].first] if t.is_word and t.lower not in {"that", "also", "and"}]
    first_person = not before or (len(before) == 1 and before[0] in PRONOUNS)
    return groups[0] if first_person and not groups[0].passive else None


def _negated_main(tokens: Sequence[Token]) -> bool:
    """Whether the clause's main verb or subject is negated: a negation beside its first auxiliary or at its start."""
    words = tokens
    helpers = BE | HAVE | DO | MODALS | NEGATIVE_MODALS
    for index, token in enumerate(words[:16]):
        word = token.lower
        if word in helpers or index == 0:
            near = " ".join(t.lower for t in words[index : index + 3])
            if _NEGATIVE.search(near):
                # "could not begin without approval" says that approval is needed: two negations are none.
                return not any(t.lower in {"without", "unless", "until"} for t in words[index + 1 :])
        if word in helpers:
            return False
    return False
