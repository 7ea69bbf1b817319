import pytest

from onrecord.linking.attitudes import attitude_of, intention_of, whose
from onrecord.model import Polarity, SourceKind, Support
from tests.linking.invented import told


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Tolmark remains wary", Support.WARY),
        ("the minister was deeply sceptical", Support.WARY),
        ("the alliance took no position on it", Support.UNDECIDED),
        ("Norvia could be interested", Support.UNDECIDED),
        ("her government had not discussed the matter", Support.UNDECIDED),
        ("she remains opposed", Support.OPPOSES),
        ("eleven deputies voted against it", Support.OPPOSES),
        ("the council is in favour", Support.SUPPORTS),
        ("the ferry sails in June", None),
        ("the position of the bridge", None),
    ],
)
def test_a_stance_told_in_words(text: str, stance: Support | None) -> None:
    assert attitude_of(told(text, "Ilva Öst")) is stance


@pytest.mark.parametrize(
    ("text", "polarity", "actor", "stance"),
    [
        ("Arvenia will send instructors", Polarity.POSITIVE, "Arvenia's defence ministry", Support.SUPPORTS),
        ("Arvenia will send nobody", Polarity.NEGATIVE, "Arvenia", Support.OPPOSES),
        ("Arvenia will send instructors", Polarity.POSITIVE, "Brennia", None),
        ("Arvenia sent instructors", Polarity.POSITIVE, "Arvenia", None),
        ("instructors will come", Polarity.POSITIVE, "Arvenia", None),
    ],
)
def test_an_actors_own_announcement(text: str, polarity: Polarity, actor: str, stance: Support | None) -> None:
    assert intention_of(told(text, actor, polarity=polarity), actor) is stance


def test_whom_it_is_about() -> None:
    assert whose(told("Norvia could be interested", "Ilva Öst")) == ("Norvia", SourceKind.UNKNOWN)
    assert whose(told("the others could be interested", "Ilva Öst")) is None
