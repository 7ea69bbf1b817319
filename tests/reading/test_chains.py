import pytest

from onrecord.model import SourceKind
from tests.reading.told import only, read


def chain(text: str) -> list[tuple[str, str, bool]]:
    (statement,) = read(text).statements
    return [(link.name, str(link.kind), link.named) for link in statement.chain]


TRIBUNE = ("Tolmark Tribune", "outlet", True)
ANN = ("Ann Brown", "person", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Brown said that it was over.", [ANN]),
        (
            "The Tolmark Tribune quotes sources saying that it was over.",
            [TRIBUNE, ("sources", "unnamed", False)],
        ),
        (
            "The Tolmark Tribune reported on Friday, citing two officials, that it was over.",
            [TRIBUNE, ("two officials", "official", False)],
        ),
        (
            "The plan is dead, the Tolmark Tribune reported, citing a memo.",
            [TRIBUNE, ("memo", "document", False)],
        ),
        (
            "The officers said in a conversation leaked by Karsk that it was over.",
            [("Karsk", "leak", True), ("officers", "official", False)],
        ),
        (
            "The plan is dead, according to a memo quoted by the Tolmark Tribune.",
            [TRIBUNE, ("memo", "document", False)],
        ),
        ("Ann Brown told the Tolmark Tribune that it was over.", [TRIBUNE, ANN]),
        (
            "Sources close to the palace told the Tolmark Tribune that it was over.",
            [TRIBUNE, ("Sources close to the palace", "unnamed", False)],
        ),
        (
            "The Tolmark Tribune reported that officials had said that it was over.",
            [TRIBUNE, ("officials", "official", False)],
        ),
        ("“It is over,” Ann Brown said on CNN.", [("CNN", "outlet", True), ANN]),
        ("“It is over,” Ann Brown said on NBC's “Meet the Press”.", [("NBC", "outlet", True), ANN]),
        ("In an interview with the Tolmark Tribune, Ann Brown said that it was over.", [TRIBUNE, ANN]),
        ("Speaking to the Tolmark Tribune, Ann Brown said that it was over.", [TRIBUNE, ANN]),
        ("Ann Brown wrote in the Tolmark Tribune that it was over.", [TRIBUNE, ANN]),
        ("The Tolmark Tribune quoted Ann Brown as saying that it was over.", [TRIBUNE, ANN]),
        ("Ann Brown said in the Karsk Senate that it was over.", [ANN]),
        ("Ann Brown said Pavo Orlinek had told her that it was over.", [ANN, ("Pavo Orlinek", "person", True)]),
        ("Ann Brown said that he had told her that it was over.", [ANN]),
        (
            "According to the Tolmark Tribune, two officials said that it was over.",
            [TRIBUNE, ("two officials", "official", False)],
        ),
        (
            "Two officials familiar with the talks said Ann Brown had told them that it was over.",
            [("Two officials familiar with the talks", "official", False), ANN],
        ),
        ("Ann Brown said it was over, citing fears of a storm.", [ANN]),
        (
            "It is over, according to a statement carried by the Karsk News Agency, citing the trade ministry.",
            [
                ("Karsk News Agency", "outlet", True),
                ("statement", "document", False),
                ("trade ministry", "organisation", False),
            ],
        ),
        ("“My plan is over,” Pavo Orlinek said, according to Ann Brown.", [ANN, ("Pavo Orlinek", "person", True)]),
        ("“A doctor told me that it was over,” Ann Brown said.", [ANN, ("doctor", "unnamed", False)]),
        ("Leaked emails show that it is over.", [("Leaked emails", "leak", False)]),
        (
            "A report by the Karsk Institute says that it is over.",
            [("Karsk Institute", "organisation", True)],
        ),
        ("It was reported that the plan was dead.", []),
        ("It was over.", []),
    ],
)
def test_from_the_outermost_inwards(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Brown told the Daily Spark that it was over.", [ANN]),
        ("The Daily Spark reported, citing two officials, that it was over.", [("two officials", "official", False)]),
        ("The Daily Spark has learned from two officials that it was over.", [("two officials", "official", False)]),
        ("Two officials told the Spark that it was over.", [("Two officials", "official", False)]),
    ],
)
def test_the_publishing_outlet_is_left_out(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chain(text) == expected


def test_each_link_has_its_span() -> None:
    text = "The Tolmark Tribune quotes sources saying that it was over."
    (statement,) = read(text).statements
    spans = [link.span for link in statement.chain]
    assert [text[span[0] : span[1]] for span in spans if span] == ["The Tolmark Tribune", "sources"]


def test_a_document_that_a_paper_got_hold_of_is_not_its_authors_word() -> None:
    statement = only("A memo by Norvia’s defence ministry and seen by the Tribune says that the bridge will close.")
    assert statement.speaker is None or statement.speaker.kind is not SourceKind.ORGANISATION
