"""Fits the text model of turn ends (packages/models/data/turn-text-v1): how likely a turn may end behind each word.

    pip install jax numpy onnx tokenizers
    python fit_text_model.py --source "name (licence)" ... --out FOLDER TEXT...

A text has a sentence or a turn a line; its name begins with its language: en.common-voice.txt. The end of a sentence is
a yes, each place between two words a no. A tenth of the lines is kept out of the fit; with it the threshold of each
language is set so that one no in twenty is above it.
"""

import argparse
import json
import os
import random
import re
import time

import jax
import jax.numpy as jnp
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

EMBEDDING, HIDDEN, LONGEST, BATCH, VOCABULARY = 64, 192, 40, 128, 8000
# Whether more comes behind a comma is a matter of taste.
COMMA_WEIGHT, YES_WEIGHT = 0.3, 3.0
KEPT_OUT = 10
FALSE_YES = 0.05
ABBREVIATIONS = r"\b(mr|mrs|ms|dr|st|prof|vs|etc|ca|nr|sr|sra|mme|mlle|dott|sig|dhr|mw)\."
COMMA = re.compile(r"[,;:—–-][\"”']?$")


def new_tokenizer():
    """Small letters, figures as #, marks between sentences as a token; the last mark is left out: recognisers guess it."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFC(),
            normalizers.Lowercase(),
            normalizers.Replace("’", "'"),
            normalizers.Replace(Regex(ABBREVIATIONS), " "),
            normalizers.Replace(Regex(r"[0-9]+([.,:][0-9]+)*"), " # "),
            normalizers.Replace(Regex(r"(\.{2,}|…)"), " "),
            normalizers.Replace(Regex(r"[^\p{L}\p{M}#'.!?]+"), " "),
            normalizers.Replace(Regex(r"[.!?]+[^\p{L}#]*$"), " "),
            normalizers.Replace(Regex(r"[.!?]+"), " . "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return tokenizer


def example(tokenizer, line):
    """Tokens of a line; of each whether the turn may end there, and how much that counts (0: inside a word)."""
    tokens, labels, weights = [], [], []
    line = re.sub(ABBREVIATIONS, r"\1", line, flags=re.IGNORECASE)
    for sentence in re.split(r"(?<=[.!?])[\"”'’)]*\s+", line.strip()):
        if tokens:
            tokens.append("."), labels.append(0), weights.append(0.0)
        words = sentence.split()
        for i, word in enumerate(words):
            pieces = [piece for piece in tokenizer.encode(word).tokens if piece != "."]
            if not pieces:
                continue
            last = i == len(words) - 1
            weight = YES_WEIGHT if last else COMMA_WEIGHT if COMMA.search(word) else 1.0
            tokens += pieces
            labels += [0] * (len(pieces) - 1) + [int(last)]
            weights += [0.0] * (len(pieces) - 1) + [weight]
    return tokens[:LONGEST], labels[:LONGEST], weights[:LONGEST]


def batches(rows, size):
    rows = sorted(rows, key=lambda row: len(row[0]) + random.random())
    chunks = [rows[at : at + size] for at in range(0, len(rows) - size + 1, size)]
    random.shuffle(chunks)
    for chunk in chunks:
        width = next(w for w in (8, 12, 16, 24, LONGEST) if w >= max(len(ids) for ids, _, _ in chunk))
        padded = [np.zeros((size, width), dtype) for dtype in (np.int32, np.float32, np.float32)]
        for at, row in enumerate(chunk):
            for array, values in zip(padded, row):
                array[at, : len(values)] = values
        yield padded


def initial(key, vocabulary):
    keys = jax.random.split(key, 4)
    spread = HIDDEN**-0.5
    uniform = lambda key, shape: jax.random.uniform(key, shape, minval=-spread, maxval=spread)
    return {
        "embedding": jax.random.normal(keys[0], (vocabulary, EMBEDDING)) * 0.1,
        "W": uniform(keys[1], (EMBEDDING, 3 * HIDDEN)),
        "R": uniform(keys[2], (HIDDEN, 3 * HIDDEN)),
        "Wb": jnp.zeros(3 * HIDDEN),
        "Rb": jnp.zeros(3 * HIDDEN),
        "out": uniform(keys[3], (HIDDEN,)),
        "bias": jnp.zeros(()),
    }


def logits(p, ids, drop=None):
    """One recurrent layer (GRU, gates in ONNX's order)."""
    x = p["embedding"][ids]
    if drop is not None:
        x = x * jax.random.bernoulli(drop, 0.85, x.shape[:2] + (1,))

    def step(h, x):
        r = h @ p["R"] + p["Rb"]
        update = jax.nn.sigmoid(x[:, :HIDDEN] + r[:, :HIDDEN])
        reset = jax.nn.sigmoid(x[:, HIDDEN : 2 * HIDDEN] + r[:, HIDDEN : 2 * HIDDEN])
        fresh = jnp.tanh(x[:, 2 * HIDDEN :] + reset * r[:, 2 * HIDDEN :])
        h = (1 - update) * fresh + update * h
        return h, h

    xs = jnp.swapaxes(x @ p["W"] + p["Wb"], 0, 1)
    _, hs = jax.lax.scan(step, jnp.zeros((ids.shape[0], HIDDEN)), xs)
    if drop is not None:
        hs = hs * jax.random.bernoulli(jax.random.fold_in(drop, 1), 0.7, hs.shape) / 0.7
    return jnp.swapaxes(hs @ p["out"] + p["bias"], 0, 1)


def loss(p, ids, labels, weights, drop):
    x = logits(p, ids, drop)
    each = jnp.maximum(x, 0) - x * labels + jnp.log1p(jnp.exp(-jnp.abs(x)))
    return (each * weights).sum() / weights.sum()


@jax.jit
def adam(p, m, v, step, rate, ids, labels, weights, drop):
    g = jax.grad(loss)(p, ids, labels, weights, drop)
    norm = jnp.sqrt(sum((x**2).sum() for x in jax.tree.leaves(g)))
    g = jax.tree.map(lambda x: x * jnp.minimum(1.0, 1.0 / norm), g)
    m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
    v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
    rates = rate / (1 - 0.9**step), 1 - 0.999**step
    p = jax.tree.map(lambda w, a, b: w - rates[0] * a / (jnp.sqrt(b / rates[1]) + 1e-8), p, m, v)
    return p, m, v


def judged(p, rows):
    run = jax.jit(logits)
    found = []
    for ids, labels, weights in batches(rows, 64):
        scores = np.asarray(run(p, ids))
        counts = weights > COMMA_WEIGHT
        found += zip(scores[counts].tolist(), (labels[counts] > 0.5).tolist())
    return found


def area_under_curve(found):
    yes = sum(label for _, label in found)
    ranks = sum(rank + 1 for rank, (_, label) in enumerate(sorted(found)) if label)
    return (ranks - yes * (yes + 1) / 2) / (yes * (len(found) - yes))


def to_onnx(p, file):
    p = {name: np.asarray(value, np.float32) for name, value in p.items()}
    halves = {"embedding": p["embedding"], "W": p["W"].T[None], "R": p["R"].T[None]}
    weights = [numpy_helper.from_array(value.astype(np.float16), f"{name}16") for name, value in halves.items()]
    others = {
        "B": np.concatenate([p["Wb"], p["Rb"]])[None],
        "out": p["out"][:, None],
        "bias": p["bias"].reshape(1),
        "shape": np.array([-1, HIDDEN], np.int64),
    }
    weights += [numpy_helper.from_array(value, name) for name, value in others.items()]
    node = helper.make_node
    nodes = [node("Cast", [f"{name}16"], [name], to=TensorProto.FLOAT) for name in halves] + [
        node("Gather", ["embedding", "input_ids"], ["rows"]),
        node("Transpose", ["rows"], ["x"], perm=[1, 0, 2]),
        node("GRU", ["x", "W", "R", "B"], ["", "last"], hidden_size=HIDDEN, linear_before_reset=1),
        node("Reshape", ["last", "shape"], ["hidden"]),
        node("MatMul", ["hidden", "out"], ["product"]),
        node("Add", ["product", "bias"], ["score"]),
        node("Sigmoid", ["score"], ["probability"]),
    ]
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])
    probability = helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["batch", 1])
    graph = helper.make_graph(nodes, "turn-end", [ids], [probability], weights)
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=9, producer_name="parley")
    onnx.checker.check_model(model)
    onnx.save(model, file)


def main():
    given = argparse.ArgumentParser()
    given.add_argument("--out", required=True)
    given.add_argument("--minutes", type=float, default=25)
    given.add_argument("--source", action="append", default=[])
    given.add_argument("texts", nargs="+")
    options = given.parse_args()
    random.seed(1)
    os.makedirs(options.out, exist_ok=True)
    lines = []
    for file in options.texts:
        language = os.path.basename(file).split(".")[0]
        with open(file, encoding="utf8") as text:
            lines += [(language, line) for line in text.read().split("\n") if line.strip()]
    tokenizer = new_tokenizer()
    trainer = trainers.WordPieceTrainer(vocab_size=VOCABULARY, special_tokens=["[UNK]", "."], min_frequency=3)
    tokenizer.train_from_iterator((line for i, (_, line) in enumerate(lines) if i % KEPT_OUT), trainer)
    # The mark is a token like any other: a special one would be found before the text is normalised.
    written = json.loads(tokenizer.to_str())
    written["added_tokens"] = [token for token in written["added_tokens"] if token["content"] != "."]
    tokenizer = Tokenizer.from_str(json.dumps(written))
    with open(f"{options.out}/tokenizer.json", "w", encoding="utf8") as out:
        json.dump(written, out, ensure_ascii=False, separators=(",", ":"))
    vocabulary = tokenizer.get_vocab()
    fitted, kept = [], []
    for i, (language, line) in enumerate(lines):
        tokens, labels, weights = example(tokenizer, line)
        row = [vocabulary.get(token, 0) for token in tokens], labels, weights
        if tokens:
            (fitted if i % KEPT_OUT else kept).append((language, row))
    print(len(fitted), "lines fitted,", len(kept), "kept out,", len(vocabulary), "pieces", flush=True)

    p = initial(jax.random.PRNGKey(0), len(vocabulary))
    m, v = jax.tree.map(jnp.zeros_like, p), jax.tree.map(jnp.zeros_like, p)
    step, began, key = 0, time.time(), jax.random.PRNGKey(1)
    share = lambda: (time.time() - began) / 60 / options.minutes
    while share() < 1:
        for batch in batches([row for _, row in fitted], BATCH):
            step += 1
            key, drop = jax.random.split(key)
            rate = 3e-3 * max(0.02, 1 - share()) * min(1, step / 200)
            p, m, v = adam(p, m, v, step, rate, *batch, drop)
            if share() >= 1:
                break
        print(f"step {step}", flush=True)

    languages = {}
    for language in sorted({language for language, _ in kept}):
        found = judged(p, [row for one, row in kept if one == language])
        no = sorted(score for score, yes in found if not yes)
        at = no[int((1 - FALSE_YES) * len(no))]
        caught = sum(score >= at for score, yes in found if yes) / max(1, sum(yes for _, yes in found))
        threshold = round(float(1 / (1 + np.exp(-at))), 3)
        languages[language] = {"threshold": threshold}
        area = area_under_curve(found)
        print(f"{language}: AUC {area:.3f}, threshold {threshold}: {100 * caught:.0f} % of ends, one in twenty false")
    with open(f"{options.out}/languages.json", "w", encoding="utf8") as out:
        json.dump({"source": options.source, "languages": languages}, out, indent=2)
    to_onnx(p, f"{options.out}/model.onnx")


main()
