"""What the model takes for statements and are none; each sign is a table's worth of words."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.attribution import Attribution
from onrecord.reading.clauses import has_verb
from onrecord.reading.tokens import tokenize

# "Citing two officials involved in the talks": whom it goes by, with what they know.
_CITED_PERSONS = re.compile(
    r"(?:[\w’'-]+\s){1,6}(?:involved|briefed|familiar|close|working|based)\s(?:in|on|with|to|by|for)\s(?:[\w’'-]+\s?){1,8}",
    re.IGNORECASE,
)
_NOUNS_LIKE_VERBS = frozenset(
    "accused deceased unemployed injured wounded convicted uninsured undecided detained displaced need feed "
    "speed".split()
)
_PERSONS = frozenset("him her them me us you".split())
_ADJUNCT = 4
"""Words of a content that begins with such a pronoun and says nothing more."""
_NOUNS_OF_SAYING = frozenset("account accusation allegation assertion claim claims report statement".split())
_RELATIVE = re.compile(r"\s(?:that|which)\s(?:can|could|has|have|had|is|was|were|would|will)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none|neither|not\s+one|no\s+[a-z]+|few(?!er))\b", re.IGNORECASE)
_NOT_ONE = re.compile(r"\bnot\s$", re.IGNORECASE)
_NOT_REACH = 5
_HEARD = frozenset({"heard", "hears", "was told", "were told"})
_COURTS = frozenset("court jury jurors inquest tribunal hearing inquiry trial".split())
_SUPPOSED = re.compile(
    r"(?:\b(?:if|unless|suppose|supposing|imagine|assuming)(?:\s+that)?|(?:^|[.!?]\s+|\n)[\"“‘]?(?:Had|Should))\s+$",
    re.IGNORECASE,
)
_SUPPOSED_REACH = 20
_HEDGES = frozenset("allegedly reportedly purportedly supposedly apparently presumably ostensibly".split())
# What somebody should say hasn't been said; "I should say" has.
_ADVISED = re.compile(r"(?:should|ought\s+to|needs?\s+to|had\s+better)\s++(?!have\b)", re.IGNORECASE)
_FIRST_PERSONS = frozenset({"i", "we"})
_UNNAMED = re.compile(
    r"(?:that\s+(?:his|her|their)\s+names?\b|not\s+to\s+be\s+(?:named|identified|quoted))", re.IGNORECASE
)
# What is cited, and who saw or wrote it: no clause of its own.
_CITED_THING = re.compile(
    r"\w+\s+(?:[\w’'-]+\s+){1,6}?(?:seen|obtained|reviewed|published|released|issued|written"
    r"|carried|aired|broadcast|posted|leaked|circulated|provided|compiled|conducted|commissioned|made|given|quoted|cited)"
    r"\s+(?:by|in|on|to|from|with)\b(?!.*\b(?:that|which|who)\b)",
    re.IGNORECASE,
)


def is_no_statement(text: str, found: Attribution) -> bool:
    """Whether any sign says that what was tagged is no statement."""
    return any(sign(text, found) for sign in _SIGNS)


def without_court(text: str, found: Attribution) -> Attribution:
    """What a court heard, somebody said there who isn't named: it is neither the court's word nor the outlet's."""
    if not found.source or _cue(text, found) not in _HEARD:
        return found
    named = {token.lower for token in tokenize(text[slice(*found.source[0])])}
    return found if _COURTS.isdisjoint(named) else replace(found, source=())


def _ends_in_verb(text: str, found: Attribution) -> bool:
    """Whether what was taken for a source holds the verb: "the general dashed" "hopes for an exchange"."""
    last = text[found.source[0][0] : found.source[0][1]].split()[-1:] if found.source else []
    return any(word.endswith("ed") and word.islower() and word not in _NOUNS_LIKE_VERBS for word in last)


def _is_a_pronoun(text: str, found: Attribution) -> bool:
    """Whether the content is just a person's pronoun ("contradicted" "him a day later"), or what was "asked about"."""
    words = text[found.content[0][0] : found.content[-1][1]].lower().split()
    asked = words == ["it"] and not found.source and _cue(text, found).startswith("asked")
    return asked or (words[0] in _PERSONS and len(words) <= _ADJUNCT)


def _is_nobodys(text: str, found: Attribution) -> bool:
    """Whether nobody says it: "no official has claimed that": the outlet says that none did."""
    if not found.source:
        return False
    start, end = found.source[0]
    return bool(_NOBODY.match(text, start, end) or _NOT_ONE.search(text, max(0, start - _NOT_REACH), start))


def _is_bare(text: str, found: Attribution) -> bool:
    """Whether only an article was taken for the source."""
    return bool(found.source) and text[slice(*found.source[0])].lower() in {"the", "a", "an"}


def _is_heard(text: str, found: Attribution) -> bool:
    """Whether the one named is who heard it: "the mayor heard that"."""
    return bool(found.source) and _cue(text, found) in _HEARD


def _is_a_citing(text: str, found: Attribution) -> bool:
    """Whether "citing" and whom it cites were taken for a statement: they are the chain of another one."""
    content = text[found.content[0][0] : found.content[-1][1]]
    bare = _CITED_THING.match(content) or _CITED_PERSONS.fullmatch(content) or not has_verb(tokenize(content))
    return _cue(text, found) in {"citing", "quoting"} and bool(bare)


def _is_told_of(text: str, found: Attribution) -> bool:
    """Whether a noun that was taken for the cue is what is told of: "a claim that could not be verified"."""
    end = found.cue[-1][1]
    noun = text[found.cue[-1][0] : end].rsplit(maxsplit=1)[-1].lower()
    return noun in _NOUNS_OF_SAYING and bool(_RELATIVE.match(text, end))


def _is_supposed(text: str, found: Attribution) -> bool:
    """Whether nobody has said it yet: "if she says that", "suppose the mayor announces that", "had he denied that"."""
    start = min(span[0] for span in (*found.source, *found.cue))
    return bool(_SUPPOSED.search(text, max(0, start - _SUPPOSED_REACH), start))


def _is_hedged(text: str, found: Attribution) -> bool:
    """Whether who "allegedly" did it was taken for who says so: "the soldiers allegedly looted the shop"."""
    return bool(found.source) and _cue(text, found) in _HEDGES


def _is_advised(text: str, found: Attribution) -> bool:
    """Whether somebody only should say it: "the minister should say that the plan has failed"."""
    source = text[slice(*found.source[0])].lower() if found.source else ""
    return source not in _FIRST_PERSONS and bool(_ADVISED.match(_cue(text, found)))


def _is_referred_to(text: str, found: Attribution) -> bool:
    """Whether it only says who is meant, or stays unnamed: "referring to Brown", "asked not to be named"."""
    cue, content = _cue(text, found), text[found.content[0][0] : found.content[-1][1]]
    bare = cue.startswith("referring") and not has_verb(tokenize(content))
    return bare or (cue.endswith("asked") and bool(_UNNAMED.match(content)))


def _cue(text: str, found: Attribution) -> str:
    return text[found.cue[0][0] : found.cue[-1][1]].lower()


_SIGNS = (
    *(_ends_in_verb, _is_a_pronoun, _is_nobodys, _is_bare, _is_heard, _is_a_citing, _is_told_of, _is_supposed),
    *(_is_hedged, _is_advised, _is_referred_to),
)
