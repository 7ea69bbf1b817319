import pytest

from onrecord.questions.table import TRACE, Table, trace


def test_a_table_refuses_rows_of_another_width() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        Table(columns=("one",), rows=(("a", "b"),))


def test_nothing_quoted_leaves_the_cells_empty() -> None:
    assert trace(None) == (None,) * len(TRACE)
