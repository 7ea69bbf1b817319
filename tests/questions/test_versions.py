from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Reading, Record
from onrecord.questions.versions import compare, first_line


def record(text: str, name: str = "a") -> Record:
    reading = Reading(reader="reader-1", language="en")
    return Record(article=Article(id=name, text=text), reading=reading, known="2031-05-01", recorded="2031-05-01")


@pytest.mark.parametrize(
    ("old", "new", "removed", "added"),
    [
        ("One. Two. Three.", "One. Two. Three.", [], []),
        ("One thing. Two things.", "One thing. Too many things.", ["Two things."], ["Too many things."]),
        ("Head\nBody stays. It  ends.", "Head\n\nBody stays.\nIt ends.", [], []),
        ("A start. An end.", "A start. A middle. An end.", [], ["A middle."]),
        ("Lt. Gen. Holm spoke.", "Gen. Holm spoke.", ["Lt. Gen. Holm spoke."], ["Gen. Holm spoke."]),
        ("“Go!” She left.", "“Stay!” She left.", ["“Go!”"], ["“Stay!”"]),
        ("", "Now there is.", [], ["Now there is."]),
        ("All gone.", " \n ", ["All gone."], []),
    ],
)
def test_sentences_taken_out_and_put_in(old: str, new: str, removed: list[str], added: list[str]) -> None:
    out, put = compare(record(old), record(new))
    assert [passage.text for passage in out] == removed
    assert [passage.text for passage in put] == added


texts = st.text(st.sampled_from("ab AB.!?\n \t\u2028“”"), max_size=80) | st.text(max_size=60)


@given(texts, texts)
def test_passages_are_where_they_say(old: str, new: str) -> None:
    before, after = record(old, "old"), record(new, "new")
    for passages, source in zip(compare(before, after), (before, after), strict=True):
        ends = [0, *(end for passage in passages for end in (passage.start, passage.end))]
        assert ends == sorted(ends)
        for passage in passages:
            assert passage.article == source.article.id
            assert passage.text == source.article.text[passage.start : passage.end]
            assert passage.text.strip() == passage.text != ""


@given(texts)
def test_a_text_equals_itself_and_loses_all_to_nothing(text: str) -> None:
    here = record(text)
    assert compare(here, here) == ((), ())
    removed, added = compare(here, replace(here, article=Article(id="b", text="")))
    assert "".join("".join(passage.text.split()) for passage in removed) == "".join(text.split())
    assert added == ()


@pytest.mark.parametrize(("text", "expected"), [("\n  Head \nBody", ["Head"]), (" \n", [])])
def test_the_first_line(text: str, expected: list[str]) -> None:
    assert [passage.text for passage in first_line(record(text))] == expected
