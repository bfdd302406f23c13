"""Makes golden.txt: one Transformer block, worked out sequence by sequence with numpy in double precision.

Run: python3 golden.py > golden.txt
Each line: name, shape, values. Parameters are named as in Parameters; x and y are packed, shortest sequence first.
"""
import math
import numpy as np

D, HEADS, INNER, LENGTHS = 4, 2, 8, [1, 2, 3, 3]
random = np.random.default_rng(20140705)


def show(name, array):
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(v)) for v in array.ravel()))


P = {
    "norm1.weight": 1 + random.normal(0, 0.2, D),
    "norm1.bias": random.normal(0, 0.2, D),
    "attention.inputs.weight": random.normal(0, 0.7, (3 * D, D)),
    "attention.inputs.bias": random.normal(0, 0.3, 3 * D),
    "attention.output.weight": random.normal(0, 0.7, (D, D)),
    "attention.output.bias": random.normal(0, 0.3, D),
    "norm2.weight": 1 + random.normal(0, 0.2, D),
    "norm2.bias": random.normal(0, 0.2, D),
    "linear1.weight": random.normal(0, 0.7, (INNER, D)),
    "linear1.bias": random.normal(0, 0.3, INNER),
    "linear2.weight": random.normal(0, 0.7, (D, INNER)),
    "linear2.bias": random.normal(0, 0.3, D),
}


def norm(row, weight, bias):
    mean = sum(row) / len(row)
    variance = sum((v - mean) ** 2 for v in row) / len(row)
    return np.array([(v - mean) / math.sqrt(variance + 1e-5) for v in row]) * weight + bias


def gelu(v):
    return 0.5 * v * (1 + math.erf(v / math.sqrt(2)))


def attend(rows):
    width = D // HEADS
    projected = [P["attention.inputs.weight"] @ row + P["attention.inputs.bias"] for row in rows]
    out = []
    for at in range(len(rows)):
        joined = []
        for head in range(HEADS):
            part = slice(head * width, (head + 1) * width)
            query = projected[at][:D][part]
            weights = [math.exp(query @ projected[j][D:2 * D][part] / math.sqrt(width)) for j in range(at + 1)]
            total = sum(weights)
            joined.append(sum(w / total * projected[j][2 * D:][part] for j, w in enumerate(weights)))
        out.append(P["attention.output.weight"] @ np.concatenate(joined) + P["attention.output.bias"])
    return out


def block(rows):
    attended = attend([norm(row, P["norm1.weight"], P["norm1.bias"]) for row in rows])
    out = []
    for row, added in zip(rows, attended):
        y = row + added
        inner = P["linear1.weight"] @ norm(y, P["norm2.weight"], P["norm2.bias"]) + P["linear1.bias"]
        out.append(y + P["linear2.weight"] @ np.array([gelu(v) for v in inner]) + P["linear2.bias"])
    return out


sequences = [random.normal(0, 1, (length, D)) for length in LENGTHS]
for name, value in P.items():
    show(name, value)
show("x", np.concatenate(sequences))
show("y", np.concatenate([np.array(block(list(s))) for s in sequences]))
show("norm", np.array([norm(row, P["norm1.weight"], P["norm1.bias"]) for row in np.concatenate(sequences)]))
