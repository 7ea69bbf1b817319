import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from onrecord.encoders import about, model, see, windows
from onrecord.errors import ModelError
from onrecord.model import sha256
from tests.reading.told import paragraphs

DATA = Path(model.__file__).parents[1] / "data"
TEXT = "The mayor, Ann Brown, said on Monday that the bridge would close.\n\n“We are done,” she said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the model that can be damaged, in the place of the shipped one."""
    for name in ("reader.onnx", "reader.json", "reader_vocabulary.txt"):
        shutil.copy(DATA / name, tmp_path / name)
    monkeypatch.setattr(windows, "folder", lambda: tmp_path)
    monkeypatch.setattr(model, "folder", lambda: tmp_path)
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    model.session.cache_clear()
    model.about.cache_clear()
    windows.tokenizer.cache_clear()


def test_the_model_is_small_enough_to_ship() -> None:
    assert (DATA / "reader.onnx").stat().st_size < 30_000_000


def test_what_is_seen_has_a_row_for_every_word() -> None:
    seen = see(TEXT, paragraphs(TEXT))
    count = len(seen.words.spans)
    assert {len(rows) for rows in (seen.roles, seen.names, seen.force, seen.meaning)} == {count}
    assert np.allclose(np.exp(seen.roles).sum(axis=1), 1, atol=1e-4)


def test_the_same_text_is_seen_the_same_whatever_comes_with_it() -> None:
    alone = see(TEXT, paragraphs(TEXT))
    see("Another text altogether. " * 50, [(0, 1250)])
    again = see(TEXT, paragraphs(TEXT))
    assert np.array_equal(alone.roles, again.roles)
    assert np.array_equal(alone.meaning, again.meaning)


def test_nothing_is_seen_of_nothing() -> None:
    assert see("", []).roles.shape == (0, 7)
    assert see(" \n ", []).links == {}


def test_a_missing_model_is_said_in_one_sentence(folder: Path) -> None:
    (folder / "reader.onnx").unlink()
    with pytest.raises(ModelError, match=r"reader\.onnx is missing .*: install onrecord again, or read by rules"):
        see(TEXT, paragraphs(TEXT))


@pytest.mark.parametrize("place", [100, 9_000_000, -10])
def test_a_single_damaged_byte_is_noticed(folder: Path, place: int) -> None:
    content = bytearray((folder / "reader.onnx").read_bytes())
    content[place] ^= 0xFF
    (folder / "reader.onnx").write_bytes(content)
    with pytest.raises(ModelError, match="is damaged"):
        see(TEXT, paragraphs(TEXT))


def test_a_file_that_is_no_model_is_said_to_be_none(folder: Path) -> None:
    (folder / "reader.onnx").write_bytes(b"no model")
    row = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    (folder / "reader.json").write_text(json.dumps(row | {"sha256": sha256(b"no model")}), encoding="utf-8")
    with pytest.raises(ModelError, match="can't be loaded"):
        see(TEXT, paragraphs(TEXT))


@pytest.mark.parametrize("content", [b"", b"{}", b'{"name": 3}', b"\xff"])
def test_a_damaged_description_is_noticed(folder: Path, content: bytes) -> None:
    (folder / "reader.json").write_bytes(content)
    with pytest.raises(ModelError, match="describes the reader's model"):
        about()


def test_a_missing_description_is_noticed(folder: Path) -> None:
    (folder / "reader.json").unlink()
    with pytest.raises(ModelError, match="describes the reader's model"):
        about()


def test_a_missing_vocabulary_is_noticed(folder: Path) -> None:
    (folder / "reader_vocabulary.txt").unlink()
    with pytest.raises(ModelError, match=r"reader_vocabulary\.txt is missing .*: install onrecord again"):
        see(TEXT, paragraphs(TEXT))


def test_a_vocabulary_with_pieces_in_another_order_is_noticed(folder: Path) -> None:
    pieces = (folder / "reader_vocabulary.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "reader_vocabulary.txt").write_text("".join(reversed(pieces)), encoding="utf-8")
    with pytest.raises(ModelError, match="is damaged"):
        see(TEXT, paragraphs(TEXT))
