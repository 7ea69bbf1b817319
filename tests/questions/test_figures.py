from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Bound, Derivation, DerivationKind, Strength
from onrecord.questions import figures
from onrecord.questions.amounts import amount
from onrecord.questions.families import distinct
from onrecord.questions.standing import standing
from tests.questions.world import JOBS


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (None, ["f-40", "f-60"]),
        (JOBS, ["f-40", "f-60"]),
        ("job", ["f-40", "f-60"]),
        ("two officials", ["f-40", "f-60"]),
        ("radio tower", []),
    ],
)
def test_all_of_a_measure_or_in_a_claim(about: str | None, expected: list[str], ledger: Ledger) -> None:
    assert [figure.id for figure in figures.ask(ledger, about).figures] == expected


def test_the_table_says_the_bound_in_words_and_names_conflicts(ledger: Ledger) -> None:
    table = figures.ask(ledger).table()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["bound"], row["low"], row["unit"], row["conflicts"]) for row in rows] == [
        ("about", 40.0, "job", "f-60"),
        ("about", 60.0, "job", "f-40"),
    ]


@pytest.mark.parametrize(
    ("bound", "text", "expected"),
    [
        (Bound.EXACT, "150,000 men", "150,000 men"),
        (Bound.AT_MOST, "150 military instructors", "at most 150 military instructors"),
        (Bound.AT_MOST, "up to 150 military instructors", "up to 150 military instructors"),
        (Bound.AT_MOST, "150\ninstructors", "at most 150 instructors"),
        (Bound.RANGE, "40 and 60", "between 40 and 60"),
        (Bound.RANGE, "between 40 and 60", "between 40 and 60"),
        (Bound.RANGE, "40 to 60 boats", "40 to 60 boats"),
        (Bound.RANGE, "a few dozen boats", "a few dozen boats"),
        (Bound.MORE, "twenty", "more than twenty"),
        (Bound.MORE, "dozens of boats", "dozens of boats"),
        (Bound.ABOUT, "About 40 jobs", "About 40 jobs"),
        (Bound.ABOUT, "$3.8 billion", "about $3.8 billion"),
        (Bound.AT_LEAST, "5 overboard motors", "at least 5 overboard motors"),
    ],
)
def test_amounts_are_the_words_of_the_article(bound: Bound, text: str, expected: str, ledger: Ledger) -> None:
    figure = figures.ask(ledger).figures[0]
    said = replace(figure, bound=bound, unit="lemma", evidence=replace(figure.evidence, text=text))
    assert amount(said) == expected


def test_every_figure_has_its_claim(ledger: Ledger) -> None:
    answer = figures.ask(ledger)
    assert [(found.figure, found.claim, found.said) for found in answer.claims] == [
        ("f-40", JOBS, "About 40 jobs depend on it"),
        ("f-60", JOBS, "About 60 jobs depend on it"),
    ]


def test_what_contradicts_is_said_in_words_where_it_was_not_asked_for(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = standing(ledger)
    first, second = now.figures
    renamed = replace(now, figures=(first, replace(second, measure="posts")))
    monkeypatch.setattr(figures, "standing", lambda *_, **__: renamed)
    answer = figures.ask(ledger, "jobs")
    assert (answer.figures, answer.others) == ((first,), renamed.figures[1:])
    table = answer.table()
    (row,) = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert row["contradicted_by"] == "About 60 jobs depend on it (two officials, in Tarn Courier, 2031-05-03)"


def test_a_reprint_of_a_figure_counts_once(ledger: Ledger) -> None:
    now = standing(ledger)
    assert [len(same) for same in distinct(now.figures, now)] == [1, 1]
    first = now.figures[0]
    elsewhere = replace(first, evidence=replace(first.evidence, article="post-1", statement="s-elsewhere"))
    assert [len(same) for same in distinct((first, elsewhere), now)] == [1, 1]
    version = replace(first, evidence=replace(first.evidence, article="courier-2", statement="s-version"))
    assert [len(same) for same in distinct((first, version), now)] == [2]
    copied = Derivation(
        source="s-elsewhere",
        target=first.evidence.statement,
        kind=DerivationKind.SAME_WORDS,
        strength=Strength.SUSPECTED,
        reason="the same words",
    )
    assert [len(same) for same in distinct((first, elsewhere), replace(now, derivations=(copied,)))] == [2]
    cites = replace(copied, kind=DerivationKind.CITES)
    assert [len(same) for same in distinct((first, elsewhere), replace(now, derivations=(cites,)))] == [1, 1]
    answer = figures.ask(ledger)
    assert (answer.distinct, answer.contradicted) == (2, 2)
