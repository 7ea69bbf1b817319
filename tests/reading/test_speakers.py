# ruff: noqa: E501 - a row of a table stays on one line
import pytest

from tests.reading.told import read


def last_speaker(text: str) -> tuple[str, str] | None:
    speaker = read(text).statements[-1].speaker
    return (speaker.name, str(speaker.kind)) if speaker else None


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Ann Brown", "Ann Brown", "person"),
        ("General Ostap Ruzhin", "Ostap Ruzhin", "person"),
        ("Ann Brown, who leads the union,", "Ann Brown", "person"),
        ("The mayor, Maria Tiborek,", "Maria Tiborek", "person"),
        ("The Tolmark Tribune", "Tolmark Tribune", "outlet"),
        ("The newspaper The Tolmark Tribune", "The Tolmark Tribune", "outlet"),
        ("The defence ministry", "defence ministry", "organisation"),
        ("Officials", "Officials", "official"),
        ("A spokesman for the army", "spokesman for the army", "official"),
        ("Two people familiar with the talks", "Two people familiar with the talks", "unnamed"),
        ("Several witnesses", "Several witnesses", "unnamed"),
        ("A memo", "memo", "document"),
        ("A poll", "poll", "public"),
        ("Some Republicans", "Some Republicans", "unnamed"),
        ("Republicans", "Republicans", "organisation"),
        ("A government source", "government source", "official"),
        ("A group of scientists", "group of scientists", "unnamed"),
        ("A third of the voters", "third of the voters", "public"),
        ("The mayor of Tolmark, Maria Tiborek,", "Maria Tiborek", "person"),
        ("Ann Brown's lawyer", "Ann Brown's lawyer", "unnamed"),
        ("A report by Ann Brown", "Ann Brown", "person"),
    ],
)
def test_what_a_source_is(source: str, name: str, kind: str) -> None:
    assert last_speaker(f"{source} said that it was over.") == (name, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Brown resigned. She said that it was over.", ("Ann Brown", "person")),
        ("Ann Brown said that it was over. “I am tired,” she added.", ("Ann Brown", "person")),
        ("Ann Brown met Pavo Orlinek in town. She said that it was over.", ("Ann Brown", "person")),
        (
            "Ann Brown left with Eva Orlinek, and Ann Brown wept. Eva Orlinek sang. She said that it was over.",
            ("Eva Orlinek", "person"),
        ),
        (
            "“Ann Brown and Eva Orlinek and Mia Tiborek sang,” a boy said. Nobody heard. It rained. She said that it was over.",
            None,
        ),
        ("It rained. He said that it was over.", None),
        ("Two officials said it was over. They said that talks would go on.", ("Two officials", "official")),
        ("A woman from Tolmark said it was over. She said that she was tired.", ("woman from Tolmark", "unnamed")),
        ("Ann Brown resigned. They said that it was over.", None),
        ("The trade ministry said it was over. It said that talks would go on.", ("trade ministry", "organisation")),
        ("It rained. It said that talks would go on.", None),
        ("The ministry was rebuilt in May. It said that talks would go on.", ("ministry", "organisation")),
        ("Ann Brown spoke. Asked whether she trusted Eva Orlinek, she said that it was over.", ("Ann Brown", "person")),
    ],
)
def test_pronouns_are_resolved_or_left(text: str, expected: tuple[str, str] | None) -> None:
    assert last_speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Ostap Ruzhin welcomed the plan. The general said it was over.", ("Ostap Ruzhin", "person")),
        ("Ostap Ruzhin, a general, welcomed the plan. The general said it was over.", ("Ostap Ruzhin", "person")),
        (
            "General Ostap Ruzhin met General Pavo Orlinek. The general said it was over.",
            ("general", "official"),
        ),
        (
            "The defence ministry said it was early. The trade ministry said it was over.",
            ("trade ministry", "organisation"),
        ),
        (
            "Defence Minister Ostap Ruzhin came. The defence minister said it was over.",
            ("Ostap Ruzhin", "person"),
        ),
        (
            "Defence Minister Ostap Ruzhin came. The trade minister said it was over.",
            ("trade minister", "official"),
        ),
        ("The general said it was over. General Ostap Ruzhin left.", ("general", "official")),
        (
            "The ferry’s owner, Tolmark Shipping Company, said it was over.",
            ("Tolmark Shipping Company", "organisation"),
        ),
        ("One of them, Ostap Ruzhin, said it was over.", ("Ostap Ruzhin", "person")),
        ("Another said it was over.", ("Another", "unnamed")),
        (
            "The Road Agency said it was safe. Consumer groups were alarmed. They said it was over.",
            ("Consumer groups", "organisation"),
        ),
        (
            "The defence ministry rejected the plan. The ministry said it was over.",
            ("defence ministry", "organisation"),
        ),
        (
            "The defence ministry said it was early. The trade ministry said it was late. The ministry said it was over.",
            None,
        ),
        (
            "The newspaper The Tolmark Tribune reported that it was over. The newspaper said it was late.",
            ("The Tolmark Tribune", "outlet"),
        ),
        (
            "The newspaper The Tolmark Tribune printed the letter. The paper said it was late.",
            ("The Tolmark Tribune", "outlet"),
        ),
        (
            "Lena Voss wrote a paper that The Tolmark Tribune printed. The paper said it was late.",
            ("paper", "document"),
        ),
    ],
)
def test_short_descriptions_are_resolved_or_left(text: str, expected: tuple[str, str] | None) -> None:
    statement = next(s for s in reversed(read(text).statements) if s.source)
    speaker = statement.speaker
    assert (speaker and (speaker.name, str(speaker.kind))) == expected
