import json
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS, FLOORS, NO_FLOOR, Figures, main, raised


class Fixed:
    """A benchmark that always reaches the same; without its data where `figures` is None."""

    def __init__(self, figures: Figures | None) -> None:
        self.figures = figures
        self.asked: list[Path] = []

    def run(self, data: Path) -> Figures:
        self.asked.append(data)
        if self.figures is None:
            raise FileNotFoundError("The set is missing.")
        return self.figures


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"times": {"F1": 70.0}}), encoding="utf-8")
    return path


def test_a_figure_at_its_floor_holds(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], benchmarks={"times": Fixed({"F1": 70.0})}, floors_at=floors) == 0
    line = capsys.readouterr().out
    assert "70.0" in line
    assert "below" not in line


def test_a_figure_below_its_floor_fails(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], benchmarks={"times": Fixed({"F1": 69.9})}, floors_at=floors) == 1
    assert "below" in capsys.readouterr().out


def test_update_raises(floors: Path) -> None:
    assert main(["--update"], benchmarks={"times": Fixed({"F1": 71.26})}, floors_at=floors) == 0
    assert json.loads(floors.read_text(encoding="utf-8")) == {"times": {"F1": 71.2}}


def test_update_never_lowers(floors: Path) -> None:
    assert main(["--update"], benchmarks={"times": Fixed({"F1": 60.0})}, floors_at=floors) == 1
    assert json.loads(floors.read_text(encoding="utf-8")) == {"times": {"F1": 70.0}}


def test_without_update_nothing_is_written(floors: Path) -> None:
    before = floors.read_bytes()
    main([], benchmarks={"times": Fixed({"F1": 99.0})}, floors_at=floors)
    assert floors.read_bytes() == before


def test_speed_gets_no_floor() -> None:
    assert raised({}, {"speed": {"articles/s": 9.0}, "times": {"F1": 1.0}}) == {"times": {"F1": 1.0}}


def test_only_those_named_are_run(floors: Path) -> None:
    times, names = Fixed({"F1": 70.0}), Fixed({"F1": 1.0})
    main(["names"], benchmarks={"times": times, "names": names}, floors_at=floors)
    assert (len(times.asked), len(names.asked)) == (0, 1)


def test_an_unknown_name_is_refused(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["tmies"], benchmarks={"times": Fixed({})}, floors_at=floors)
    assert "tmies" in capsys.readouterr().err


@pytest.mark.parametrize("folder", [None, "", "/no/such/folder"])
def test_without_a_folder_all_are_skipped_with_one_message(
    folder: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("ONRECORD_DATA", raising=False)
    if folder is not None:
        monkeypatch.setenv("ONRECORD_DATA", folder)
    times = Fixed({"F1": 0.0})
    assert main([], benchmarks={"times": times}, floors_at=tmp_path / "floors.json") == 0
    assert (times.asked, capsys.readouterr().out.count("\n")) == ([], 1)


def test_one_without_its_data_is_skipped_and_the_others_run(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], benchmarks={"names": Fixed(None), "times": Fixed({"F1": 69.0})}, floors_at=floors) == 1
    assert "names: skipped. The set is missing." in capsys.readouterr().out


def test_the_floors_are_of_benchmarks_that_there_are() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(floors) == set(BENCHMARKS) - NO_FLOOR
    assert all(0 <= floor <= 100 for figures in floors.values() for floor in figures.values())
