from __future__ import annotations

import pytest

from onrecord.articles import detect


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
