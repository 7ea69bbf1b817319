"""What a cue does by its words: its head's row of the lexicon, bent by modals, negations and the verbs over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from onrecord.model import Act, Certainty, Polarity
from onrecord.reading.cue_heads import CueWords, Piece, read_cue
from onrecord.reading.lexicon import Cue
from onrecord.reading.tokens import NEGATIONS

Force = tuple[Act, Certainty, Polarity]

PLAIN: Force = (Act.ASSERTS, Certainty.CERTAIN, Polarity.POSITIVE)
"""The force of a cue of which nothing is known."""
DENIED: Force = (Act.DENIES, Certainty.CERTAIN, Polarity.POSITIVE)
"""What is denied is the content."""
SILENT: Force = (Act.DECLINES, Certainty.UNKNOWN, Polarity.UNKNOWN)
"""No answer."""

# What a cue does when it is negated: "did not rule out", "did not confirm", "does not support".
NEGATED: Mapping[Act, Force] = {
    Act.ASSERTS: SILENT,
    Act.CONFIRMS: SILENT,
    Act.DENIES: SILENT,
    Act.REJECTS: (Act.ASSERTS, Certainty.POSSIBLE, Polarity.POSITIVE),
    Act.SUPPORTS: (Act.REJECTS, Certainty.CERTAIN, Polarity.POSITIVE),
    Act.DEMANDS: (Act.REJECTS, Certainty.CERTAIN, Polarity.POSITIVE),
    Act.PLANS: (Act.PLANS, Certainty.PROBABLE, Polarity.NEGATIVE),
    Act.PROMISES: SILENT,
    Act.WARNS: (Act.ASSERTS, Certainty.CERTAIN, Polarity.POSITIVE),
    Act.FEARS: (Act.ASSERTS, Certainty.PROBABLE, Polarity.NEGATIVE),
    Act.QUESTIONS: (Act.ASSERTS, Certainty.PROBABLE, Polarity.POSITIVE),
    Act.ADMITS: DENIED,
    Act.CORRECTS: SILENT,
    Act.DECLINES: SILENT,
}
# Negated belief is belief in the contrary, not silence.
BELIEFS = frozenset(
    "believe think expect anticipate see consider feel suppose assume agree know seem appear look sound trust view "
    "regard perceive opinion belief likely".split()
) | {
    *("be believed", "be considered", "be deemed", "be expected", "be known as", "be known for", "be likely"),
    *("be seen as", "be set", "be thought", "be understood", "believe in", "look like", "seem like", "tend to"),
}
# Who isn't sure asks.
_SURE = ("sure", "certain", "convinced", "confident", "clear")
SURENESS = frozenset([*_SURE, *(f"be {word}" for word in _SURE)])
SAYINGS = frozenset("say tell claim state declare argue assert allege maintain insist call describe write".split())
# Who "will say" on Tuesday hasn't yet: it is planned.
ANNOUNCED = SAYINGS | frozenset("announce add propose present reveal unveil warn explain stress".split())
MODAL: Mapping[str, Certainty] = {
    **dict.fromkeys(["may", "might", "could", "perhaps", "possibly", "maybe"], Certainty.POSSIBLE),
    **dict.fromkeys(
        ["would", "should", "likely", "unlikely", "probably", "apparently", "presumably", "expected"],
        Certainty.PROBABLE,
    ),
}


class Over(StrEnum):
    """What a verb or noun does to a head that stands under it."""

    PASSES = "passes"
    """Nothing: what is tried is taken as done, "sought to reassure"."""
    WEAKENS = "weakens"
    """The head's act, no surer than the word over it: "appears to support"."""
    TURNS = "turns"
    """What a negation does: "refused to confirm", "stopped short of backing"."""
    LENDS = "lends"
    """Weakens, and a head that only tells takes the act of the word over it: "plans to announce"."""
    RULES = "rules"
    """The word over it counts and not the head: "denied having refused", "urged them to reject"."""


OVER: Mapping[Act, Over] = {
    Act.ASSERTS: Over.WEAKENS,
    Act.CONFIRMS: Over.LENDS,
    Act.DENIES: Over.RULES,
    Act.REJECTS: Over.TURNS,
    Act.SUPPORTS: Over.LENDS,
    Act.DEMANDS: Over.RULES,
    Act.PLANS: Over.LENDS,
    Act.PROMISES: Over.LENDS,
    Act.WARNS: Over.RULES,
    Act.FEARS: Over.RULES,
    Act.QUESTIONS: Over.RULES,
    Act.ADMITS: Over.RULES,
    Act.CORRECTS: Over.RULES,
    Act.DECLINES: Over.TURNS,
}
OVER_LEMMA: Mapping[str, Over] = {
    **dict.fromkeys(["aim", "attempt", "effort", "look to", "seek", "strive", "struggle"], Over.PASSES),
    **dict.fromkeys(["try", "work to", "fight", "like", "love", "enjoy", "favorite", "favourite"], Over.PASSES),
    **dict.fromkeys(["need", "wish", "threaten", "threat"], Over.LENDS),
}
"""Words that do something else than their act says."""

_QUESTION = re.compile(r"\W*+(?:if|whether|what|how|why|when|who|where|about)\b", re.IGNORECASE)
# Who is told, warned or reminded to do a thing is asked to do it.
_TELLING = frozenset("tell advise remind warn caution".split())
_PERSONS = r"(?:him|her|it|them|us|me|you|people|everyone|everybody|anyone|all|both)"
_ADDRESSEE = (
    r"(?:(?:the|his|her|its|their|our|my|your|all|both)\s+(?:[\w’'-]{1,30}\s+){1,2}"
    r"|[A-Z][\w’'-]{0,30}\s+(?:[A-Z][\w’'-]{0,30}\s+)?|[a-z-]{2,30}s\s+)"
)
_NO_VERB = r"(?!(?:the|an?|his|her|its|their|our|my|your|this|that|these|those)\b)"
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might)"
_BIDS = re.compile(rf"(?:{_PERSONS}\s+)?(?:(?:not|never)\s+)?to\s+{_NO_VERB}[a-z]")
_BIDS_SOMEBODY = re.compile(
    rf"{_ADDRESSEE}(?:(?:not|never)\s+)?to\s+{_NO_VERB}[a-z]+\b(?!\s+(?:[\w’'-]{{1,30}}\s+){{0,2}}{_FINITE}\b)"
)
# Who rejects what somebody says, not what somebody wants, denies it.
_CLAIMED = re.compile(
    r"\W*(?:(?:the|an?|any|all|this|these|such|his|her|its|their|as)\s+)?(?:[\w’'-]{1,30}\s+){0,2}?"
    r"(?:(?:notion|idea|suggestion)s?\s+that|(?:implication|insinuation|assertion|accusation|allegation|claim|rumou?r)s?"
    r"|charges|speculation|untrue|false|baseless|nonsense)\b",
    re.IGNORECASE,
)
_NOT_GUILTY = re.compile(r"\W*not\s+guilty\b", re.IGNORECASE)
_GUILTY = re.compile(r"\W*guilty\b", re.IGNORECASE)
# "Offered no evidence", "gave no reason": no answer.
_GIVING = frozenset({"offer", "give", "provide", "make"})
_NOTHING = re.compile(
    r"\W*(?:no|little|few)\s+(?:[a-z]+\s+)?(?:evidence|proof|explanations?|reasons?|details?|comments?|indications?|"
    r"answers?|information|timetable|timeline|specifics|mention)\b",
    re.IGNORECASE,
)
# Who expects to do a thing plans it; who expects that it happens doesn't. What is wanted is asked for.
_WISHES: Mapping[str, Act] = {"expect": Act.ASSERTS, "want": Act.DEMANDS}
# Who hopes to do it plans it; who hopes that it happens doesn't.
_HOPES = frozenset({"hope", "hope for"})
_TO = re.compile(r"to\b", re.IGNORECASE)
_NEITHER = re.compile(r"\bneither\b.*\bnor\b", re.IGNORECASE | re.DOTALL)
_CLOSING_MARKS = 20
_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
_NOBODY = NEGATIONS | {"cannot", "none", "nobody", "nothing"}
_NOT = frozenset({"not", "never"})
_NT = ("n't", "n’t")
_TO_COME = frozenset("will shall ’ll 'll".split())
_MERELY = frozenset("only just merely simply".split())


def force_of_words(cue: str, content: str = "") -> Force:
    """Act, certainty and polarity of a cue of which only the words are known; unknown words assert."""
    reading = read_cue(cue)
    if reading is None:
        return PLAIN
    if _NEITHER.search(cue):
        return NEGATED[Act.CONFIRMS]
    rulers = [piece for piece in reading.over if _how(piece.cue) is Over.RULES]
    bearer = rulers[0] if rulers else reading.head
    before, after = _words_about(reading, bearer)
    if bearer.cue.lemma == "ask" and asks(" ".join([*after, content])):
        return Act.QUESTIONS, Certainty.UNKNOWN, Polarity.UNKNOWN
    over = [piece.cue for piece in reading.over if piece.places < bearer.places]
    act, certainty, polarity = _bent(in_context(bearer.cue, " ".join([*after, content])), over, before)
    if bearer.cue.lemma in _HOPES and content and not _TO.match(content) and act is bearer.cue.act:
        act = Act.ASSERTS
    if (
        polarity is Polarity.POSITIVE
        and act is not Act.DENIES
        and any(word in _NOT or word.endswith(_NT) for word in after)
    ):
        polarity = Polarity.NEGATIVE
    return act, certainty, polarity


def force_of_cue(cue: Cue, *, negated: bool, modals: Iterable[str] = ()) -> Force:
    """Act, certainty and polarity of a row of the lexicon under a negation or modals."""
    if negated and cue.lemma in BELIEFS:
        return cue.act, Certainty.PROBABLE, Polarity.NEGATIVE
    if negated and cue.lemma in SURENESS:
        return Act.QUESTIONS, Certainty.UNKNOWN, Polarity.UNKNOWN
    if negated:
        return NEGATED[cue.act]
    certainty = cue.certainty
    for word in modals:
        certainty = weaker(certainty, MODAL.get(word, Certainty.CERTAIN))
    return cue.act, certainty, cue.polarity


def in_context(cue: Cue, content: str) -> Cue:
    """The row that the cue is with what follows it: "told them to leave" demands, "told them that they left" tells."""
    if cue.lemma in _TELLING and (_BIDS.match(content) or _BIDS_SOMEBODY.match(content)):
        return replace(cue, act=Act.DEMANDS, certainty=Certainty.CERTAIN)
    if (cue.act is Act.REJECTS and _CLAIMED.match(content)) or (cue.lemma == "plead" and _NOT_GUILTY.match(content)):
        return replace(cue, act=Act.DENIES, certainty=Certainty.CERTAIN)
    if cue.lemma == "plead" and _GUILTY.match(content):
        return replace(cue, act=Act.ADMITS)
    if cue.lemma in _GIVING and _NOTHING.match(content):
        act, certainty, polarity = SILENT
        return replace(cue, act=act, certainty=certainty, polarity=polarity)
    if cue.lemma in _WISHES and content and not _TO.match(content):
        act = _WISHES[cue.lemma]
        return replace(cue, act=act, certainty=Certainty.CERTAIN if act is Act.DEMANDS else cue.certainty)
    return cue


def asks(content: str) -> bool:
    """Whether what was asked is a question, not a thing to do."""
    return bool(_QUESTION.match(content) or re.search(r"\?\W*$", content[-_CLOSING_MARKS:]))


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less sure of two."""
    return max(one, other, key=_ORDER.index)


def _how(cue: Cue) -> Over:
    return OVER_LEMMA.get(cue.lemma, OVER[cue.act])


def _words_about(reading: CueWords, bearer: Piece) -> tuple[list[str], list[str]]:
    """The words before and after the bearer that no row takes; what stands inside it counts as before."""
    taken = {place for piece in (*reading.over, reading.head) for place in piece.places}
    free = [(place, word) for place, word in enumerate(reading.words) if place not in taken]
    end = bearer.places[-1]
    return [word for place, word in free if place < end], [word for place, word in free if place > end]


def _bent(cue: Cue, over: list[Cue], before: list[str]) -> Force:
    turned = any(_how(piece) is Over.TURNS for piece in over)
    negated = _is_negated(before)
    if negated and not turned and "never" in before and cue.act is Act.DEMANDS and cue.lemma in _TELLING:
        return DENIED  # "never told her to lie"
    if turned and not negated and cue.act is Act.ADMITS:
        return SILENT  # "stopped short of admitting it" denies nothing
    act, certainty, polarity = force_of_cue(cue, negated=negated != turned, modals=before)
    if cue.lemma in ANNOUNCED and act is cue.act and not _TO_COME.isdisjoint(before):
        act, certainty = Act.PLANS, weaker(certainty, Certainty.PROBABLE)
    for piece in reversed(over):
        how = _how(piece)
        if how is Over.LENDS and act is Act.ASSERTS:
            act = piece.act
        if how in {Over.LENDS, Over.WEAKENS}:
            certainty = weaker(certainty, piece.certainty)
    return act, certainty, polarity


def _is_negated(words: list[str]) -> bool:
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if (word in _NOBODY or word.endswith(_NT)) and following not in _MERELY:
            return True
    return False
