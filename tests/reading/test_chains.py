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


POST = ("Lime Post", "outlet", True)
CNN = ("CNN", "outlet", True)
OFFICIALS = ("two officials", "official", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tolmark Tribune reported that Ann Brown was planning to go.", [TRIBUNE, ANN]),
        ("The Tolmark Tribune reported that in March, Ann Brown accepted the blame for the fire.", [TRIBUNE, ANN]),
        ("According to the Tolmark Tribune, Ann Brown was optimistic that it was over.", [TRIBUNE, ANN]),
        ("The Tolmark Tribune reported that two officials pressured Ann Brown to go.", [TRIBUNE]),
        ("Pavo Orlinek said that Ann Brown hoped to go.", [("Pavo Orlinek", "person", True)]),
        ("Ann Brown denied all claims that it was over.", [ANN]),
    ],
)
def test_an_outlet_passes_on_what_somebody_wants_or_feels(text: str, expected: list[tuple[str, str, bool]]) -> None:
    first = read(text).statements[0]
    assert [(link.name, str(link.kind), link.named) for link in first.chain] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” Ann Brown told the local newspaper Lime Post.", [POST, ANN]),
        ("“It is over,” Ann Brown told Karskan newspaper Lime Post.", [POST, ANN]),
        ("“It is over,” Ann Brown told Karskan news channel QRS.", [("QRS", "outlet", True), ANN]),
        ("Ann Brown told state broadcaster QRS that it was over.", [("QRS", "outlet", True), ANN]),
        ("As recently as an October CNN interview, Ann Brown said that it was over.", [CNN, ANN]),
        ("Ann Brown denied the charge in a separate CNN interview.", [CNN, ANN]),
        ("Ann Brown denied the charge that she made in a CNN interview.", [ANN]),
        (
            "In a CNN poll conducted in June, 73 percent of voters said that it was over.",
            [CNN, ("73 percent of voters", "public", False)],
        ),
        ("The Tolmark Tribune's Ann Brown reported that it was over.", [TRIBUNE, ANN]),
        (
            "It is over, according to the mayor via news agency Interfax.",
            [("Interfax", "outlet", True), ("mayor", "official", False)],
        ),
    ],
)
def test_more_ways_to_come_through_an_outlet(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Tolmark Tribune reported that the plan was dead, according to two officials.",
        "The plan is dead, the Tolmark Tribune reported on Friday, according to two officials.",
        "According to two officials, the Tolmark Tribune reported, the plan is dead.",
    ],
)
def test_a_report_rests_on_those_according_to_whom_it_is(text: str) -> None:
    assert chain(text) == [TRIBUNE, OFFICIALS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An article about the fire, based on accounts from two officials, reported that it was over.",
            [("article about the fire", "document", False), OFFICIALS],
        ),
        ("“One guy came in and said it was over,” said Ann Brown.", [ANN, ("One guy", "unnamed", False)]),
        ("Ann Brown warned that officers she has spoken with saw it coming.", [ANN, ("officers", "official", False)]),
        (
            "Ann Brown said the trade ministry had informed her that it was over.",
            [ANN, ("trade ministry", "organisation", False)],
        ),
        ("It is over, according to a memo Ann Brown wrote.", [ANN]),
    ],
)
def test_more_ways_to_name_whoever_knew(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Tolmark Tribune reported a fire; ten are dead, according to two officials.",
        "The Tolmark Tribune reported a fire, but according to two officials, ten are dead.",
    ],
)
def test_what_else_an_outlet_reports_does_not_carry_it(text: str) -> None:
    assert [link.name for link in read(text).statements[-1].chain] == ["two officials"]


def test_a_day_is_no_outlets_name() -> None:
    assert chain("Ann Brown wrote on her website Monday that it was over.") == [ANN]


def test_an_outlet_carries_what_the_same_source_goes_on_to_say() -> None:
    said = "Ann Brown told the Tolmark Tribune that it was over. She added that it was good."
    chains = [[link.name for link in s.chain] for s in read(said).statements]
    assert chains == [["Tolmark Tribune", "Ann Brown"]] * 2


def test_who_is_spoken_to_is_not_the_one_who_answers() -> None:
    text = "Pavo Orlinek accepted the plan. Speaking to Ivan Brown of CNN, he said that it was over."
    assert [link.name for link in read(text).statements[1].chain] == ["CNN", "Pavo Orlinek"]


def test_what_a_journal_published_is_its_authors_word() -> None:
    text = "The journal Limelight published a report by a team from Tolmark, saying that it was over."
    chains = [[(link.name, str(link.kind)) for link in s.chain] for s in read(text).statements]
    assert chains[-1] == [("Limelight", "outlet"), ("team from Tolmark", "unnamed")]


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


STAR = ("Corvane Star", "outlet", True)


def chains(text: str) -> list[list[tuple[str, str, bool]]]:
    return [[(link.name, str(link.kind), link.named) for link in s.chain] for s in read(text).statements if s.chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In an interview with Corvane Star, Ann Brown said that it was over.", [STAR, ANN]),
        ("“It is over,” Ann Brown said in an interview with Corvane Star.", [STAR, ANN]),
        ("When interviewed by CNN, Ann Brown said that it was over.", [CNN, ANN]),
        ("Asked on CNN, Ann Brown said that it was over.", [CNN, ANN]),
        ("On CNN's “Noon Hour,” Ann Brown said that it was over.", [CNN, ANN]),
        ("Ann Brown did tell CNN that it was over.", [CNN, ANN]),
        ("Ann Brown told the CNN station WQRV that it was over.", [("WQRV", "outlet", True), ANN]),
        (
            "Ann Brown told a CNN affiliate in Corvane that it was over.",
            [("CNN affiliate in Corvane", "outlet", False), ANN],
        ),
        ("Ann Brown told a local station that it was over.", [("local station", "outlet", False), ANN]),
        ("Ann Brown told local media that it was over.", [("local media", "outlet", False), ANN]),
    ],
)
def test_an_outlet_is_who_was_spoken_to(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chains(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Brown told the media that it was over.",
        "Ann Brown told the French people that it was over.",
        "Ann Brown told a press conference in Corvane that it was over.",
        "In a job interview with Mr. Orlinek, Ann Brown said that it was over.",
        "Ann Brown said it was over, and in May she wrote about it in the Tolmark Tribune.",
        "Ann Brown said that the cut, which was first reported in the Tolmark Tribune, was fair.",
        "Ann Brown said that it was over, despite a claim in the Tolmark Tribune.",
        "Ann Brown, general manager of the Tolmark Tribune, said that it was over.",
    ],
)
def test_an_outlet_that_stands_near_is_no_carrier(text: str) -> None:
    assert chains(text)[0] == [ANN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Brown was interviewed by CNN. She said that it was over.", [CNN, ANN]),
        ("Ann Brown told CNN that it was over, adding that nobody had won.", [CNN, ANN]),
        ("“It is over,” Ann Brown told CNN.\n“Nobody has won,” Brown added.", [CNN, ANN]),
        ("CNN was there. Ann Brown told the network that it was over.", [CNN, ANN]),
    ],
)
def test_an_outlet_goes_on_carrying(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chains(text)[-1] == expected


def test_what_another_outlet_passed_on_ends_with_the_sentence() -> None:
    text = "Ann Brown called the plan “dead”, according to CNN. “It is over,” she said."
    assert chains(text)[-1] == [ANN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” Pavo Orlinek replied, according to Ann Brown.", [ANN, ("Pavo Orlinek", "person", True)]),
        (
            "The Tolmark Tribune reported that Ann Brown, owner of a mill and of three boats on a river, plans to go.",
            [TRIBUNE, ANN],
        ),
        (
            "The Tolmark Tribune reported Ann Brown's remarks on the bridge.",
            [TRIBUNE, ANN],
        ),
    ],
)
def test_whose_word_it_rests_on(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert chains(text)[0] == expected
