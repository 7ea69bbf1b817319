import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.measures import figures_of, hold_together, judge_figures
from onrecord.linking.units import Unit
from onrecord.model import Bound, Figure, Quantity
from tests.linking.invented import NOBODY, Count, told

INF = float("inf")


def quantity(low: float | None, high: float | None, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(start=0, end=1, low=low, high=high, bound=bound, unit="soldier")


def exactly(value: float) -> Quantity:
    return quantity(value, value)


UP_TO = Bound.AT_MOST


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        (exactly(150), exactly(150), True),
        (exactly(150), exactly(151), False),
        (quantity(100, 200, Bound.RANGE), exactly(150), True),
        (quantity(100, 200, Bound.RANGE), exactly(200), True),
        (quantity(100, 200, Bound.RANGE), exactly(201), False),
        (quantity(100, 200, Bound.RANGE), quantity(150, 300, Bound.RANGE), True),
        (quantity(100, 200, Bound.RANGE), quantity(201, 300, Bound.RANGE), False),
        (quantity(None, 150, UP_TO), exactly(48), True),
        (quantity(None, 150, UP_TO), exactly(150), True),
        (quantity(None, 150, UP_TO), exactly(151), False),
        (quantity(None, 150, UP_TO), quantity(None, 150, Bound.LESS), True),
        (quantity(None, 150, UP_TO), quantity(None, 200, UP_TO), False),
        (quantity(150, None, Bound.MORE), exactly(300), True),
        (quantity(150, None, Bound.AT_LEAST), exactly(149), False),
        (quantity(150, None, Bound.MORE), quantity(None, 100, UP_TO), False),
        (quantity(500, 500, Bound.ABOUT), exactly(540), True),
        (quantity(500, 500, Bound.ABOUT), exactly(460), True),
        (quantity(500, 500, Bound.ABOUT), exactly(600), False),
        (quantity(None, None), exactly(600), True),
    ],
)
def test_what_holds_together(a: Quantity, b: Quantity, *, together: bool) -> None:
    assert hold_together(a, b) is hold_together(b, a) is together


VALUES = st.none() | st.integers(0, 20).map(float)
QUANTITIES = st.tuples(VALUES, VALUES, st.sampled_from(Bound)).map(lambda of: _any(*of))


@given(QUANTITIES, QUANTITIES)
def test_holding_together_is_symmetric_and_holds_with_itself(a: Quantity, b: Quantity) -> None:
    assert hold_together(a, b) is hold_together(b, a)
    assert hold_together(a, a)


def _any(one: float | None, other: float | None, bound: Bound) -> Quantity:
    if one is not None and other is not None:
        one, other = sorted((one, other))
    return quantity(one, other, bound)


def counted(number: str, sentence: str = "Arvenia will send {} instructors to the river Sela", **more: object) -> Unit:
    low = float(number.replace(",", ""))
    counts = {"low": low, "high": low, "unit": "instructor", "of": "instructors"}
    own = {key: more.pop(key) for key in [*counts, "bound"] if key in more}
    count = Count(words=number, **{**counts, **own})  # type: ignore[arg-type]
    return told(sentence.format(number), "Ilva Öst", counts=(count,), **more)  # type: ignore[arg-type]


def figures(*units: Unit, home: dict[str, str] | None = None) -> tuple[Figure, ...]:
    homes = home or {unit.id: f"c-{number}" for number, unit in enumerate(units)}
    found = figures_of(units, homes, NOBODY)
    assert found == figures_of(units[::-1], homes, NOBODY)
    return found


def contradict(*units: Unit, home: dict[str, str] | None = None) -> bool:
    one, other = figures(*units, home=home)
    assert (other.id in one.conflicts) is (one.id in other.conflicts)
    return other.id in one.conflicts


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (counted("150"), counted("200", day="2031-05-02"), True),
        (counted("150"), counted("150", day="2031-05-02"), False),
        (counted("150"), counted("200", unit="tank"), False),
        (counted("150"), counted("200", unit=None), False),
        (counted("150"), counted("200", "Brennia will send {} instructors to the river Sela"), False),
        (counted("150"), counted("200", "the choir of Tarn has {} instructors"), False),
        (
            counted("150", "Arvenia trained {} soldiers in 2029", dates=(("2029", "2029"),)),
            counted("200", "Arvenia trained {} soldiers in 2030", dates=(("2030", "2030"),)),
            False,
        ),
        (
            counted("150", "Arvenia trained {} soldiers in 2029", dates=(("2029", "2029"),)),
            counted("200", "Arvenia trained {} soldiers in 2029", dates=(("2029", "2029"),), day="2031-05-02"),
            True,
        ),
        (
            counted("150", "Arvenia trained {} soldiers in 2029", dates=(("2029", "2029"),)),
            counted("200", "Arvenia trained {} soldiers", day="2031-05-02"),
            True,
        ),
        (counted("150"), counted("200", low=None, bound=UP_TO), False),
        (counted("250"), counted("200", low=None, bound=UP_TO), True),
    ],
)
def test_which_figures_contradict(one: Unit, other: Unit, *, expected: bool) -> None:
    assert contradict(one, other) is expected


def test_figures_of_one_claim_count_the_same_however_it_is_put() -> None:
    one, other = counted("150"), counted("200", "the men would be {}")
    assert not contradict(one, other)
    assert contradict(one, other, home={one.id: "c-1", other.id: "c-1"})


def test_a_judgement_on_figures_is_symmetric_and_gives_its_reason() -> None:
    one, other = counted("150"), counted("200", day="2031-05-02")
    (a,), (b,) = one.quantities, other.quantities
    judgement = judge_figures(one, a, other, b, {})
    assert judgement is not None
    assert judgement == judge_figures(other, b, one, a, {})
    assert judgement.kind == "contradiction"
    assert "for the same measure" in judgement.reason
    assert "150" in judgement.reason
    assert judge_figures(one, a, one, a, {}) is None


def test_a_figure_is_pinned_to_its_words() -> None:
    unit = counted("1,200", "Arvenia trained {} soldiers in May 2029", dates=(("May 2029", "2029-05"),))
    (figure,) = figures(unit)
    assert (figure.low, figure.high, figure.unit, figure.measure) == (1200, 1200, "instructor", "instructors")
    assert (figure.time, figure.said_by, figure.evidence.text) == ("2029-05", "Ilva Öst", "1,200")
    assert figure.id.startswith("f-")


def test_only_figures_with_something_in_common_are_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("onrecord.linking.measures.judge_figures", lambda *given: asked.append(given))
    towns = [
        f"{a}{b}" for a, b in itertools.product(["Bor", "Lam", "Tir", "Gud", "Zes"], ["dalm", "nokt", "plif", "sterg"])
    ]
    units = [
        counted(str(n + 2), f"the hens of {town} are {{}} in all {town}s", day=f"2031-05-{n + 1:02}")
        for n, town in enumerate(towns)
    ]
    figures(*units)
    assert asked == []
    figures(*units, home={unit.id: "c-1" for unit in units[:3]})
    assert len(asked) == 2 * 3
