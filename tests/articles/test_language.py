from __future__ import annotations

import pytest

from onrecord.articles import detect, language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The port authority said that the harbour would close for three weeks.", "en"),
        ("Die Hafenbehörde sagte, dass der Hafen für drei Wochen geschlossen wird.", "de"),
        ("L’autorité du port a déclaré que le port fermerait pendant trois semaines.", "fr"),
        ("Портовая администрация сообщила, что гавань закроется на три недели.", "ru"),
        ("Yes.", None),
        ("", None),
        ("12345 67890 12345 67890 !!! ???", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert detect(text) == language


ENGLISH = (
    "The mayor said that the bridge would close and that those who live by it would have to go with the ferry. " * 3
)


def test_plain_english_is_told_without_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("asked"))
    assert detect(ENGLISH) == "en"


def test_another_language_with_english_in_it_is_not_plainly_english() -> None:
    german = (
        "Die Behörde sagte, dass die Brücke geschlossen wird und dass die Fähre fährt, wie der Bürgermeister meint. "
    )
    assert detect(german * 6 + ENGLISH[:105]) == "de"


def test_another_script_is_never_left_open() -> None:
    assert detect("桥梁不安全。" * 80) == "zh"
