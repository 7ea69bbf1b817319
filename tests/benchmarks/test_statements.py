"""What counts as right in a chain."""

import pytest

from benchmarks.statements import same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Brown", "Brown", True),
        ("the ministry", "ministry", True),
        ("NPA", "Norvian Press Agency", True),
        ("N.P.A.", "the Norvian Press Agency", True),
        ("NPA", "Norvian Press", False),
        ("Ann Brown", "Ann Berg", False),
        ("", "Ann Berg", False),
        ("A", "Ann", False),
    ],
)
def test_a_name_is_the_same_in_part_or_by_its_initials(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
