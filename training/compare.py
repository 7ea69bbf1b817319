"""The shipped model against the float network that it was made from, and its sense of meaning against the original.

    python -m training.compare model.pt --base FOLDER

Prints the attribution figures of both on PolNeAR's development part, the loss that int8 costs, and how near the
`meaning` of contents is to the sentence embeddings of all-MiniLM-L6-v2: the mean cosine, and the rank correlation of
all pairs' similarities.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import onnxruntime

from benchmarks import attribution, polnear
from onrecord.encoders import meaning_at, model
from training.export import reader_model
from training.network import Reader
from training.prepare import Sentences

_PAIRED = 600
_FEW_WORDS = 3


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    options = parser.parse_args()
    data = Path(os.environ["ONRECORD_DATA"])
    small = attribution.run(data)
    for name, value in meaning(data, options.base).items():
        print(f"{name:40} {value:.3f}")
    exact = reader_model(Reader.of(options.weights), exact=True).SerializeToString()
    session = onnxruntime.InferenceSession(exact, providers=["CPUExecutionProvider"])
    model.session = lambda: session  # type: ignore[assignment] # the same call, another model
    full = attribution.run(data)
    for name, value in full.items():
        print(f"{name:40} float {value:5.1f}  int8 {small[name]:5.1f}  loss {value - small[name]:5.1f}")


def meaning(data: Path, base: Path) -> dict[str, float]:
    """How near the shipped model's vectors of contents are to those of the original model for the same words alone."""
    mine, texts = [], []
    for document in list(polnear.load(data, "dev").values())[:30]:
        text = document["text"]
        seen = model.see(text, [(0, len(text))])
        for one in document["attributions"]:
            start, end = one["content"][0]
            vector = meaning_at(seen, (start, end))
            if vector is not None and len(one["content"]) == 1 and len(text[start:end].split()) > _FEW_WORDS:
                mine.append(vector)
                texts.append(text[start:end])
    theirs = Sentences(base).embed(sorted(set(texts), key=len))
    first = np.array(mine)[:_PAIRED]
    second = np.array([theirs[text].float().numpy() for text in texts])[:_PAIRED]
    pairs = np.triu_indices(len(first), 1)
    ranks = np.stack([np.argsort(np.argsort((x @ x.T)[pairs])).astype(float) for x in (first, second)])
    return {
        "meaning: mean cosine with the original": float((first * second).sum(axis=1).mean()),
        "meaning: rank correlation of pairs": float(np.corrcoef(ranks)[0, 1]),
    }


if __name__ == "__main__":
    main()
