"""Rules are tried only where their words stand; what they find is what a search of the whole text finds."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.times import RULES
from onrecord.reading.times_places import Places

PLACES = Places(RULES)
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles.jsonl"
WORDS = st.sampled_from(
    """
    the a of in on at last next this first early late mid year years week weeks day days months month quarter fiscal
    Monday Fri. March Sept. spring 2019 1990s '90s ’90s 12 3rd 9/11 2019-05-06 2019/05/06 10:30 p.m. noon o'clock FY19
    Q3 H1 ago earlier before after two twenty-first century centuries yesterday now Christmas Eve more than about half
    quarter-century year-end weekend weekends daily each every other couple . , said government 5% $5 and - –
    mid-afternoon since today Easter weekend
    """.split()
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", "", "\n", "  "])), max_size=12)


def missed(text: str) -> set[tuple[str, str]]:
    tried = {(place, rule.pattern.pattern) for place, rules in PLACES.of(text) for rule in rules}
    return {
        (match.group(), rule.pattern.pattern)
        for rule in RULES
        for match in rule.pattern.finditer(text)
        if (match.start(), rule.pattern.pattern) not in tried
    }


@given(TEXTS)
def test_no_match_is_missed(words: list[tuple[str, str]]) -> None:
    assert not missed("".join(word + between for word, between in words))


def test_no_match_of_the_examples_is_missed() -> None:
    assert not missed(EXAMPLES.read_text(encoding="utf-8"))


def test_no_rule_is_tried_where_nothing_speaks_of_time() -> None:
    assert not list(PLACES.of("The union said that no talks are held on that."))
