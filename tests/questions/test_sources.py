from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Link, Mode, SourceKind, Speaker
from onrecord.questions import sources
from onrecord.questions.rows import Share
from onrecord.questions.standing import standing
from tests.questions import world


def rows(answer: sources.Answer) -> list[tuple[str | None, str, str, bool, int]]:
    return [(use.outlet, use.name, use.kind.value, use.named, use.statements) for use in answer.sources]


def test_by_outlet_the_most_used_first(ledger: Ledger) -> None:
    answer = sources.ask(ledger)
    assert rows(answer) == [
        ("Skerry Post", "Ilva Öst", "person", True, 1),
        ("Skerry Post", "Tarn Courier", "outlet", True, 1),
        ("Skerry Post", "Tarn council", "organisation", True, 1),
        ("Tarn Courier", "Ilva Öst", "person", True, 2),
        ("Tarn Courier", "two officials", "official", False, 2),
    ]
    assert answer.shares == (
        Share(outlet="Skerry Post", named=3, unnamed=0, share=1.0, own=1),
        Share(outlet="Tarn Courier", named=2, unnamed=2, share=0.5),
    )


def test_evidence_is_where_the_source_is_named(ledger: Ledger) -> None:
    uses = {(use.outlet, use.name): use for use in sources.ask(ledger).sources}
    assert [place.text for place in uses["Skerry Post", "Ilva Öst"].evidence] == ["Ilva Oest"]
    assert [place.article for place in uses["Tarn Courier", "two officials"].evidence] == ["courier-1", "courier-2"]


@pytest.mark.parametrize(("about", "expected"), [("jobs", {"two officials"}), ("tower", set())])
def test_of_one_claim(about: str, expected: set[str], ledger: Ledger) -> None:
    assert {use.name for use in sources.ask(ledger, about).sources} == expected


def test_a_sentence_that_a_later_version_repeats_counts_once(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.ARTICLES[0]
    again = replace(first, id="courier-3", text=first.text + " More soon.", modified="2031-05-06", raw=None)
    said = [replace(said, article="courier-3") for said in world.TABLE if said.article == "courier-1"]
    monkeypatch.setattr(world, "TABLE", (*world.TABLE, *said))
    world.fill(ledger, [again])
    uses = {(use.outlet, use.name): use.statements for use in sources.ask(ledger).sources}
    assert uses["Tarn Courier", "two officials"] == 2


PRONOUN = Link(name="he", kind=SourceKind.UNKNOWN, named=False, span=(0, 2))
PAPER = Link(name="a memo", kind=SourceKind.DOCUMENT, named=False, span=(8, 14))
MAYOR = Speaker(name="Jan Holm", kind=SourceKind.PERSON)


@pytest.mark.parametrize(
    ("chain", "speaker", "expected"),
    [
        ((PRONOUN,), MAYOR, [("Jan Holm", True)]),
        ((PRONOUN,), None, [("he", False)]),
        ((PAPER, PRONOUN), MAYOR, [("Jan Holm", True), ("a memo", False)]),
        ((PAPER,), None, [("a memo", False)]),
        ((), MAYOR, [("Jan Holm", True)]),
        ((), Speaker(name="an aide", kind=SourceKind.OFFICIAL), [("an aide", False)]),
        ((), None, []),
    ],
)
def test_a_speaker_stands_in_for_a_pronoun(
    chain: tuple[Link, ...], speaker: Speaker | None, expected: list[tuple[str, bool]], empty: Ledger
) -> None:
    article = replace(world.ARTICLES[4], text="He said a memo was found.")
    read = world.reading(world.ARTICLES[4])
    statement = replace(
        read.statements[0], content=((8, 24),), source=((0, 2),), mode=Mode.INDIRECT, speaker=speaker, chain=chain
    )
    empty.add_article(article)
    empty.add_reading(article.id, replace(read, statements=(statement,)))
    assert [(use.name, use.named) for use in sources.ask(empty).sources] == expected


POST = Speaker(name="Skerry Post", kind=SourceKind.OUTLET)


@pytest.mark.parametrize(
    ("mode", "speaker", "chain", "expected", "own"),
    [
        (Mode.OWN, POST, (), [], 1),
        (Mode.OWN, POST, (PAPER,), ["a memo"], 0),
        (Mode.INDIRECT, POST, (Link(name="the Post", kind=SourceKind.OUTLET, named=True),), [], 1),
        (Mode.DIRECT, None, (), [], None),
    ],
)
def test_an_outlet_is_no_source_of_its_own_voice(
    mode: Mode, speaker: Speaker | None, chain: tuple[Link, ...], expected: list[str], own: int | None, empty: Ledger
) -> None:
    article = world.ARTICLES[4]
    read = world.reading(article)
    statement = replace(read.statements[0], mode=mode, speaker=speaker, chain=chain)
    empty.add_article(article)
    empty.add_reading(article.id, replace(read, statements=(statement,)))
    answer = sources.ask(empty)
    assert [use.name for use in answer.sources] == expected
    assert [share.own for share in answer.shares] == ([] if own is None else [own])
    assert all(share.share is None for share in answer.shares if share.own)


def test_an_outlet_has_one_name(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    now = standing(ledger)
    titled = tuple(
        replace(r, article=replace(r.article, outlet=r.article.outlet and f"The {r.article.outlet}"))
        if r.article.id != "courier-2"
        else r
        for r in now.records
    )
    twice = replace(titled[0], article=replace(titled[0].article, id="courier-0"))
    monkeypatch.setattr(sources, "standing", lambda *_, **__: replace(now, records=(*titled, twice)))
    answer = sources.ask(ledger)
    assert {use.name for use in answer.sources if use.kind is SourceKind.OUTLET} == {"The Tarn Courier"}
    assert [share.outlet for share in answer.shares] == ["The Skerry Post", "The Tarn Courier"]
    assert {use.outlet for use in answer.sources} == {"The Skerry Post", "The Tarn Courier"}
