"""All questions have one shape."""

import inspect
from dataclasses import FrozenInstanceError, fields, is_dataclass
from types import ModuleType
from typing import Any

import pytest

from onrecord.errors import BadQuestion, UnknownClaim
from onrecord.ledger import Ledger
from onrecord.questions import NAMES, QUESTIONS
from onrecord.questions.table import TRACE, Table

MODULES = [pytest.param(name, QUESTIONS[name], id=name) for name in QUESTIONS]
SUBJECT = {"changes": "2031-05-02", "figures": "jobs"}
ABOUT = ("origins", "status", "positions", "figures", "timeline", "sources")


def ask(module: ModuleType, ledger: Ledger, about: str | None = None, **options: str) -> Any:  # noqa: ANN401 - eight types
    name = module.__name__.rpartition(".")[2]
    subject = SUBJECT.get(name, "ferry sail")
    return module.ask(ledger, subject if about is None or name == "changes" else about, **options)


def test_the_table_names_every_question() -> None:
    assert tuple(QUESTIONS) == NAMES
    assert len(QUESTIONS) == len(set(NAMES)) == 8
    assert "truth" not in QUESTIONS


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_one_answer_and_one_ask(name: str, module: ModuleType) -> None:
    own = [v for v in vars(module).values() if getattr(v, "__module__", None) == module.__name__]
    assert [v for v in own if isinstance(v, type)] == [module.Answer]
    public = [v.__name__ for v in own if inspect.isfunction(v) and not v.__name__.startswith("_")]
    assert public == ["ask"]
    assert module.__doc__
    assert module.ask.__doc__


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_the_answer_is_frozen_and_says_what_its_fields_are(name: str, module: ModuleType) -> None:
    answer = module.Answer
    assert is_dataclass(module.Answer)
    assert answer.__slots__ == tuple(field.name for field in fields(answer))
    assert all(field.kw_only for field in fields(answer))
    described = inspect.getdoc(answer) or ""
    assert [field.name for field in fields(answer) if f"\n{field.name}: " not in described] == []
    assert {"story"} < {field.name for field in fields(answer)}


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_ask_takes_the_ledger_the_subject_and_options_by_keyword(name: str, module: ModuleType) -> None:
    parameters = list(inspect.signature(module.ask).parameters.values())
    assert parameters[0].name == "ledger"
    assert [p.kind for p in parameters[:2]] == [inspect.Parameter.POSITIONAL_OR_KEYWORD] * 2
    assert {p.kind for p in parameters[2:]} == {inspect.Parameter.KEYWORD_ONLY}
    options = {p.name for p in parameters[2:]}
    assert options == {
        "changes": {"until", "story_time", "story"},
        "search": {"as_of", "story", "limit"},
    }.get(name, {"as_of", "story"})


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_an_answer_can_not_be_changed(name: str, module: ModuleType, ledger: Ledger) -> None:
    answer = ask(module, ledger)
    with pytest.raises(FrozenInstanceError):
        answer.story = "another"


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_every_row_can_be_traced(name: str, module: ModuleType, ledger: Ledger) -> None:
    table = ask(module, ledger).table()
    assert table.columns[-len(TRACE) :] == TRACE
    assert len(set(table.columns)) == len(table.columns)
    assert table.rows
    traced = [row[-len(TRACE) :] for row in table.rows if row[-1] is not None]
    assert traced
    for outlet, day, article, start, end, text in traced:
        record = ledger.record(str(article))
        assert record.article.text[start:end] == text
        assert (record.article.outlet, record.known[:10]) == (outlet, day)


@pytest.mark.parametrize(("name", "module"), MODULES)
@pytest.mark.parametrize("about", ["ferry", "", "  ", "nothing of the kind", '"*:^ (NEAR', "\ud800\0"])
def test_nothing_found_is_a_value(name: str, module: ModuleType, about: str, empty: Ledger) -> None:
    answer = ask(module, empty, about)
    assert answer.table() == Table(columns=answer.table().columns, rows=())


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_an_unknown_story_has_nothing(name: str, module: ModuleType, ledger: Ledger) -> None:
    assert ask(module, ledger, story="no such story").table().rows == ()


@pytest.mark.parametrize("name", ABOUT)
@pytest.mark.parametrize("about", ["c-000000000000", "s-000000000000", "c-nope"])
def test_an_unknown_id_is_an_error(name: str, about: str, ledger: Ledger) -> None:
    with pytest.raises(UnknownClaim, match=about):
        ask(QUESTIONS[name], ledger, about)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "changes"])
@pytest.mark.parametrize("as_of", ["", "tomorrow", "2031-13-01", "2031-05-01T25:00"])
def test_a_malformed_date_is_an_error(name: str, as_of: str, ledger: Ledger) -> None:
    with pytest.raises(BadQuestion, match="as_of"):
        ask(QUESTIONS[name], ledger, as_of=as_of)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "changes"])
@pytest.mark.parametrize("as_of", ["2031-05-01", "2031-05-01T23:59:59Z"])
def test_as_of_lets_nothing_later_in(name: str, as_of: str, ledger: Ledger) -> None:
    answer = ask(QUESTIONS[name], ledger, as_of=as_of)
    assert answer.as_of == as_of
    assert {row[-4] for row in answer.table().rows} <= {"courier-1", None}
