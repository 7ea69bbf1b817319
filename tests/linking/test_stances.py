import pytest

from onrecord.linking.stances import stance_of_member
from onrecord.model import Act, Certainty, Polarity, Stance
from tests.linking.invented import told

SAYS, DENIES, QUESTIONS = Stance.SAYS, Stance.DENIES, Stance.QUESTIONS
YES, NO = Polarity.POSITIVE, Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("act", "polarity", "canonical", "stance"),
    [
        (Act.ASSERTS, YES, None, SAYS),
        (Act.ASSERTS, NO, None, DENIES),
        (Act.DENIES, YES, None, DENIES),
        (Act.DENIES, NO, None, SAYS),
        (Act.ASSERTS, YES, YES, SAYS),
        (Act.ASSERTS, NO, YES, DENIES),
        (Act.ASSERTS, YES, NO, DENIES),
        (Act.ASSERTS, NO, NO, SAYS),
        (Act.DENIES, YES, NO, SAYS),
        (Act.DENIES, NO, NO, DENIES),
        (Act.CONFIRMS, YES, YES, SAYS),
        (Act.PLANS, NO, YES, DENIES),
        (Act.QUESTIONS, YES, YES, QUESTIONS),
        (Act.DECLINES, NO, NO, QUESTIONS),
        (Act.ASSERTS, Polarity.UNKNOWN, YES, SAYS),
    ],
)
def test_a_stance(act: Act, polarity: Polarity, canonical: Polarity | None, stance: Stance) -> None:
    other = told("the ferry sails", polarity=canonical) if canonical else None
    assert stance_of_member(told("it will sail", act=act, polarity=polarity), other) is stance


@pytest.mark.parametrize("act", [Act.ASSERTS, Act.DENIES])
def test_what_a_speaker_leaves_open_is_a_question(act: Act) -> None:
    assert stance_of_member(told("it will sail", act=act, certainty=Certainty.UNKNOWN), None) is QUESTIONS
