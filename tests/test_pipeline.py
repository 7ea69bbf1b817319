import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import pipeline, reading
from onrecord.articles import Failure
from onrecord.errors import LedgerUnavailable
from onrecord.ledger import Ledger, open_ledger
from onrecord.linking import claims, entities, wording
from onrecord.model import Article, Reading
from tests.stories import EXTRA, ROOT, STORY, article, once, put, standing

FERRY = article("The ferry to Tarn will sail again in June, harbour master Ilva Öst said on Monday.", "ferry")
TOWER = article("The radio tower on Skerry fell over at night, the council said. Nobody was hurt.", "tower")
GERMAN = article("Die Fähre soll im Juni wieder fahren, sagte der Hafenmeister am Montag.", "faehre", language="de")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read", once)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tarn.ledger"


@pytest.fixture
def ledger(quick: None, path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


# --- adding


def test_what_is_added_is_counted(ledger: Ledger) -> None:
    failure = Failure(location="broken.html", reason="it is empty")
    version = replace(FERRY, id="later", text=FERRY.text + " Nobody believes it.", modified="2031-05-02")
    first = replace(FERRY, url="https://tarn.example/ferry")
    seen: list[str] = []
    added = pipeline.add(
        ledger,
        [first, failure, TOWER, replace(version, url=first.url), TOWER, GERMAN],
        progress=lambda one: seen.append(one.id),
    )
    assert (added.new, added.known, added.versions) == (4, 1, 1)
    assert added.failures == [failure]
    assert [name for name, reason in added.unread] == ["faehre"]
    assert seen == ["ferry", "tower", "later", "tower", "faehre"]
    assert ledger.record("later").version_of == "ferry"


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    pipeline.add(ledger, STORY[:6])
    before, revision = standing(ledger), ledger.revision()
    added = pipeline.add(ledger, STORY[:6])
    assert (added.new, added.known, added.versions, added.failures) == (0, 6, 0, [])
    assert ledger.revision() == revision
    assert standing(ledger) == before


def test_what_is_not_english_is_kept_and_marked(ledger: Ledger) -> None:
    pipeline.add(ledger, [GERMAN, FERRY])
    record = ledger.record("faehre")
    assert record.reading.unread == "the language is de, and only English is read"
    assert record.article.text == GERMAN.text
    assert record.reading.statements == ()
    assert "faehre" in {record.article.id for record in standing(ledger).records}
    assert pipeline.add(ledger, [GERMAN]).known == 1


def test_the_language_and_the_blocks_are_found_where_nobody_has_yet() -> None:
    plain = replace(FERRY, language=None, text="Ferry to sail\n\n" + FERRY.text, headline="Ferry to sail")
    prepared = pipeline.prepare(plain)
    assert prepared.language == "en"
    assert prepared.blocks
    assert pipeline.prepare(prepared) == prepared
    found = pipeline.read(plain)
    assert (found.language, found.blocks) == ("en", prepared.blocks)


def test_the_story_is_kept(ledger: Ledger) -> None:
    pipeline.add(ledger, [replace(FERRY, story="ferry"), TOWER])
    assert ledger.stories() == ["ferry"]
    assert [record.article.id for record in ledger.records(story="ferry")] == ["ferry"]


def test_an_id_that_is_taken_gets_another(ledger: Ledger) -> None:
    pipeline.add(ledger, [replace(FERRY, url="https://a.example"), replace(TOWER, id="ferry", url="https://b.example")])
    first, second = sorted(record.article.id for record in ledger.records())
    assert (first, second.partition("~")[0]) == ("ferry", "ferry")


# --- when something goes wrong


class Bug(Exception):
    pass


def broken_for(name: str, error: BaseException) -> Callable[[Article, str], Reading]:
    def read(article: Article, reader: str) -> Reading:
        if article.id == name:
            raise error
        return once(article, reader)

    return read


def test_a_crash_on_one_article_stops_no_other(
    quick: None, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = (*STORY[:6], *EXTRA)
    expected = put(tmp_path, everything, runs=1)
    monkeypatch.setattr(reading, "read", broken_for("npa-0604", Bug("no verb")))
    with open_ledger(path) as ledger:
        added = pipeline.add(ledger, [*everything, *everything[:2]])
        assert (added.new, added.known) == (len(everything) - 1, 2)
        (failure,) = added.failures
        assert failure.location == "npa-0604"
        assert "Bug: no verb" in failure.reason
        assert ledger.pending() == ["npa-0604"]
        assert standing(ledger) != expected
        monkeypatch.setattr(reading, "read", once)
        again = pipeline.add(ledger, everything)
        assert (again.new, again.known, again.failures) == (1, len(everything) - 1, [])
        assert standing(ledger) == expected


@pytest.mark.parametrize("part", ["link", "prepare"])
def test_a_crash_in_any_part_leaves_the_article_for_the_next_time(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fail(*_: object) -> None:
        raise Bug

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, part, fail)
        added = pipeline.add(ledger, [FERRY])
    assert [failure.location for failure in added.failures] == ["ferry"]
    assert ledger.pending() == ["ferry"]
    assert ledger.candidates("entity", entities.keys("Ilva Öst")) == {}
    assert pipeline.add(ledger, [FERRY]).new == 1


def test_a_ledger_in_trouble_stops_the_adding(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    trouble = LedgerUnavailable("no disk space left")
    monkeypatch.setattr(reading, "read", broken_for("ferry", trouble))
    with pytest.raises(LedgerUnavailable):
        pipeline.add(ledger, [TOWER, FERRY])
    assert [record.article.id for record in ledger.records()] == ["tower"]
    assert ledger.counts()["articles"] == 1


INTERRUPTED = ["add_article", "add_reading", "record", "candidates", "add_keys", "add_judgements"]


@pytest.mark.parametrize(
    ("call", "after"), [*itertools.product(INTERRUPTED, [0, 7]), ("candidates", 90), ("add_keys", 40)]
)
def test_interrupted_anywhere_it_goes_on_to_the_same_end(
    quick: None, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, call: str, after: int
) -> None:
    articles = STORY[:8]
    expected = put(tmp_path, articles, runs=1)
    whole, left = getattr(Ledger, call), itertools.count()

    def interrupted(*given: object, **named: object) -> object:
        found = whole(*given, **named)
        if next(left) == after:
            raise KeyboardInterrupt
        return found

    with open_ledger(path) as ledger:
        with monkeypatch.context() as patch:
            patch.setattr(Ledger, call, interrupted)
            with pytest.raises(KeyboardInterrupt):
                pipeline.add(ledger, articles)
        there = [record.article.id for record in ledger.records()]
        assert ledger.counts()["articles"] == len(there) < len(articles)
        assert ledger.pending() == []
        assert pipeline.add(ledger, articles).known == len(there)
        assert standing(ledger) == expected


ADD = """
import sys
from onrecord import pipeline
from onrecord.ledger import open_ledger
from tests.stories import STORY
with open_ledger(sys.argv[1]) as ledger:
    print("ready", flush=True)
    pipeline.add(ledger, STORY[:8], progress=lambda article: print(article.id, flush=True))
"""


def test_killed_again_and_again_it_goes_on_to_the_same_end(quick: None, tmp_path: Path, path: Path) -> None:
    expected = put(tmp_path, STORY[:8], runs=1)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    for lines in (1, 3, 5):
        command = [sys.executable, "-c", ADD, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            for _ in range(lines):
                assert process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        with open_ledger(path) as ledger:
            assert ledger.pending() == []
            assert lines - 1 <= ledger.counts()["articles"] <= 8
    with open_ledger(path) as ledger:
        pipeline.add(ledger, STORY[:8])
        assert standing(ledger) == expected


# --- growth


def test_a_new_article_is_held_against_few_of_many(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = ("bor", "lam", "tir", "gud", "zes", "nok", "plif", "ster", "wug", "quam")
    towns = ["".join(three).title() for three in itertools.permutations(parts, 3)]
    assert len(towns) > 601
    small = [
        article(f"The {a.lower()} of {b} has {number} {b.lower()}ing {a.lower()}els, {a} {b}son said.", f"n{number}")
        for number, (a, b) in enumerate(zip(towns[:300], towns[300:600], strict=True), start=1000)
    ]
    pipeline.add(ledger, small)
    asked: list[str] = []
    for module, name in ((claims, "judge_claim"), (entities, "judge_entities"), (wording, "judge_wording")):
        monkeypatch.setattr(module, name, _counted(getattr(module, name), name, asked))
    monkeypatch.setattr(Ledger, "record", _counted(Ledger.record, "record", asked))
    copy = replace(small[7], id="copy", url="https://copy.example", outlet="Copycat", text=small[7].text + " It is so.")
    assert pipeline.add(ledger, [copy, FERRY]).new == 2
    assert 1 <= asked.count("judge_claim") <= 20
    assert asked.count("judge_wording") <= 3
    assert asked.count("judge_entities") <= 20
    assert asked.count("record") <= 12


def _counted(whole: Callable[..., object], name: str, asked: list[str]) -> Callable[..., object]:
    def counted(*given: object) -> object:
        asked.append(name)
        return whole(*given)

    return counted
