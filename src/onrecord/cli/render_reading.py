"""An article on the screen: its text by blocks, coloured by who says what, each block followed by its statements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.cli.counts import number_of
from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, joined, quoted, stacked, verbatim, words
from onrecord.cli.render_claim import source_kind
from onrecord.model import Article, Assertion, Block, BlockKind, Link, Mode, Reading, SourceKind, Span, Statement

LAYERS = (("content", "content"), ("condition", "condition"), ("source", "source"), ("cue", "cue"), ("hedges", "hedge"))
"""Fields of a statement with their styles; where spans overlap, the later one shows."""

LABELLED = frozenset(BlockKind) - {BlockKind.PARAGRAPH}
"""Kinds of block whose name is shown."""

FAINT = frozenset({BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.OTHER})
"""Kinds of block that aren't the article's own running text."""

ACT_STYLES = {
    "confirms": "good",
    "supports": "good",
    "denies": "bad",
    "rejects": "bad",
    "corrects": "bad",
    "warns": "warn",
    "fears": "warn",
    "questions": "warn",
    "declines": "calm",
}
"""How acts look; the others have no colour."""

TOO_LITTLE = "there is too little text to tell its language, or a sentence in it"
NO_STATEMENT = "there is no sentence in it that says anything"

DOUBTFUL = 0.7
"""Own words with less confidence than this may be somebody else's: the reader saw half of an attribution in them."""

BELOW = 4
"""Columns that statements stand to the right of the text they are in."""


def parts(article: Article, reading: Reading, *, coloured: bool) -> list[Part]:
    """The screen of one article; the legend of colours only where there are any."""
    parts = [*_head(article, reading), *((LEGEND, GAP) if coloured and reading.statements else ())]
    numbered = list(enumerate(reading.statements, start=1))
    blocks = _blocks(article, reading)
    for number, block in enumerate(blocks):
        begins = block.start if number else 0
        ends = blocks[number + 1].start if number + 1 < len(blocks) else len(article.text)
        here = [(n, s) for n, s in numbered if begins <= s.content[0][0] < ends]
        parts += [*_block(article.text, block, numbered), *_entries(article.text, here, coloured=coloured), GAP]
    return parts


LEGEND = Line(
    joined(
        [
            words(("source", "source")),
            words(("cue", "cue")),
            words(("content", "content")),
            words(("hedge", "hedge")),
            words(("condition", "condition")),
            words("plain: own words"),
            words(("[1]", "faint"), " see below"),
        ],
        "  ",
    )
)
"""What the colours mean."""


def _head(article: Article, reading: Reading) -> Iterator[Part]:
    yield Line(words((article.headline or article.id, "title")))
    dated = article.published or "no date"
    facts = (article.outlet or "unknown outlet", article.byline, dated, article.story, article.url)
    yield Line(joined((words(fact) for fact in facts if fact), " · "))
    modified = f"modified {article.modified}" if article.modified else None
    language = f"language {reading.language or 'unknown'}"
    count = number_of(len(reading.statements), "statement")
    rest = (article.id, modified, language, f"reader {reading.reader}", count)
    yield Line(joined((words((fact, "faint")) for fact in rest if fact), " · "))
    if reading.unread:
        yield Line(words(("not read: ", "warn"), reading.unread))
    elif not reading.statements:
        yield Line(words(("nothing found: ", "warn"), NO_STATEMENT if reading.language else TOO_LITTLE))
    yield GAP


def _blocks(article: Article, reading: Reading) -> tuple[Block, ...]:
    whole = Block(kind=BlockKind.OTHER, start=0, end=max(len(article.text), 1))
    return reading.blocks or article.blocks or (whole,)


def _block(text: str, block: Block, numbered: list[tuple[int, Statement]]) -> Iterator[Part]:
    styles = _styles(block, [statement for _, statement in numbered])
    marks = _marks(numbered)
    runs = list(words((f"{block.kind}:", "faint"), Run(" "))) if block.kind in LABELLED else []
    begins = [at for at in range(block.start, block.end) if _turns(at, block, styles) or at in marks]
    for start, end in pairwise([*begins, block.end]):
        runs += [Run(marks.get(start, ""), "faint"), verbatim(text[start:end], styles[start - block.start])]
    yield Line(tuple(runs))


def _turns(at: int, block: Block, styles: list[str]) -> bool:
    """Whether another style begins here."""
    return at == block.start or styles[at - block.start] != styles[at - block.start - 1]


def _styles(block: Block, statements: list[Statement]) -> list[str]:
    """The style of every code point of a block."""
    base = "faint" if block.kind in FAINT else "title" if block.kind is BlockKind.HEADLINE else ""
    styles = [base] * (block.end - block.start)
    for field, style in LAYERS:
        for statement in statements:
            for start, end in _spans(statement, field):
                for at in range(max(start, block.start), min(end, block.end)):
                    styles[at - block.start] = style
    return styles


def _marks(numbered: list[tuple[int, Statement]]) -> dict[int, str]:
    marks: dict[int, str] = {}
    for number, statement in numbered:
        start = statement.content[0][0]
        marks[start] = marks.get(start, "") + f"[{number}]"
    return marks


def _spans(statement: Statement, field: str) -> tuple[Span, ...]:
    if field == "content" and statement.mode is Mode.OWN:
        return ()
    spans: tuple[Span, ...] = getattr(statement, field)
    return spans


def _entries(text: str, numbered: list[tuple[int, Statement]], *, coloured: bool) -> Iterator[Part]:
    if numbered:
        rows = (
            (words((f"[{number}]", "number")), stacked(*_entry(text, statement, coloured=coloured)))
            for number, statement in numbered
        )
        yield Grid(tuple(rows), indent=BELOW)


def _entry(text: str, statement: Statement, *, coloured: bool) -> Iterator[Words]:
    """Everything about one statement, line by line; the words that it was read from where no colour shows them."""
    yield _who_and_how(statement)
    if not coloured or len(statement.content) > 1:
        yield _pinned(text, statement)
    if _tells_more(statement):
        yield words(("on whose word: ", "faint"), joined(map(_link, statement.chain), " ← "))
    for label, spans, style in (
        ("hedged", statement.hedges, "hedge"),
        ("on condition", statement.condition, "condition"),
    ):
        if spans:
            yield words((f"{label}: ", "faint"), _quotes(text, spans, style), (f" {_places(spans)}", "faint"))
    if _differ(statement):
        yield from (_assertion(text, assertion) for assertion in statement.assertions)


def _who_and_how(statement: Statement) -> Words:
    act = words((statement.act, ACT_STYLES.get(statement.act, "")))
    how = f" · {statement.certainty} · {statement.polarity}"
    mode = "" if statement.mode is Mode.OWN else f" · {statement.mode}"
    return words(_speaker(statement), Run("  "), act, how, mode, *_sure(statement), (f" · {statement.id}", "faint"))


def _sure(statement: Statement) -> Iterator[tuple[str, str]]:
    """The reader's confidence, but where a sentence is plainly the outlet's own."""
    sure = f" · reader's confidence {statement.confidence:.2f}"
    if statement.mode is not Mode.OWN:
        yield sure, "faint"
    elif statement.confidence < DOUBTFUL:
        yield sure, "warn"


def _speaker(statement: Statement) -> Words:
    speaker = statement.speaker
    if statement.mode is Mode.OWN and (speaker is None or speaker.kind is SourceKind.OUTLET):
        return words("own words")
    if speaker is None:
        return words(("speaker unknown", "warn"))
    return words((speaker.name, "source"), f" ({speaker.kind})")


def _pinned(text: str, statement: Statement) -> Words:
    """Source, cue and content in the article's words, each with its offsets."""
    found = [
        words((f"{label} ", "faint"), _quotes(text, spans, style), (f" {_places(spans)}", "faint"))
        for label, spans, style in (
            ("source", statement.source, "source"),
            ("cue", statement.cue, "cue"),
            ("content", statement.content, "" if statement.mode is Mode.OWN else "content"),
        )
        if spans
    ]
    return joined(found, " · ")


def _tells_more(statement: Statement) -> bool:
    names = [link.name for link in statement.chain]
    return bool(names) and names != [statement.speaker.name if statement.speaker else None]


def _link(link: Link) -> Words:
    return words((link.name, "name"), " ", source_kind(link.kind, named=link.named))


def _differ(statement: Statement) -> bool:
    """Whether the assertions say more than the statement does as a whole."""
    whole = (statement.act, statement.certainty, statement.polarity)
    ones = [(a.act, a.certainty, a.polarity) for a in statement.assertions]
    return len(ones) > 1 or any(one != whole for one in ones)


def _assertion(text: str, assertion: Assertion) -> Words:
    act = words(("- ", "faint"), (assertion.act, ACT_STYLES.get(assertion.act, "")))
    sure = f" · {assertion.certainty} · {assertion.polarity}: "
    span = (assertion.start, assertion.end)
    return words(act, sure, quoted(text[span[0] : span[1]]), (f" {_places((span,))}", "faint"))


def _quotes(text: str, spans: tuple[Span, ...], style: str) -> Words:
    return joined((quoted(text[start:end], style) for start, end in spans), " … ")


def _places(spans: tuple[Span, ...]) -> str:
    return "".join(f"[{start}:{end}]" for start, end in spans)
