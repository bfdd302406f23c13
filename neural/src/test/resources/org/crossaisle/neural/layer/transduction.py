"""Makes transduction.txt: one layer of HSTU, worked out token by token with numpy.

Run: python3 transduction.py > transduction.txt
The pair of row i and row j before it is in bucket (2 i + j) mod 3, rows counted through all sequences.
Format and order as in golden.txt.
"""
import numpy as np

D, HEADS, LENGTHS, LONGEST, BUCKETS = 4, 2, [1, 2, 3, 3], 5, 3
random = np.random.default_rng(20240717)


def show(name, array):
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(v)) for v in array.ravel()))


P = {"distances": random.normal(0, 0.5, (LONGEST, 1)), "times": random.normal(0, 0.5, (1, BUCKETS))}
for norm in ("norm1", "norm2"):
    P[norm + ".weight"] = 1 + random.normal(0, 0.2, D)
    P[norm + ".bias"] = random.normal(0, 0.2, D)
for name, rows, columns in (("inputs", 4 * D, D), ("output", D, D)):
    P[name + ".weight"] = random.normal(0, 0.7, (rows, columns))
    P[name + ".bias"] = random.normal(0, 0.3, rows)


def norm(row, name):
    return (row - row.mean()) / np.sqrt(row.var() + 1e-5) * P[name + ".weight"] + P[name + ".bias"]


def linear(row, name):
    return P[name + ".weight"] @ row + P[name + ".bias"]


def silu(values):
    return values / (1 + np.exp(-values))


def layer(rows, first):
    parts = [np.split(silu(linear(norm(row, "norm1"), "inputs")), 4) for row in rows]  # U, V, Q, K
    width, out = D // HEADS, []
    for i, (gate, _, query, _) in enumerate(parts):
        attended = np.zeros(D)
        for head in range(HEADS):
            part = slice(head * width, (head + 1) * width)
            for j in range(i + 1):
                _, value, _, key = parts[j]
                bucket = (2 * (first + i) + first + j) % BUCKETS
                bias = P["distances"][i - j, 0] + P["times"][0, bucket]
                attended[part] += silu(query[part] @ key[part] + bias) / LONGEST * value[part]
        out.append(linear(norm(attended, "norm2") * gate, "output") + rows[i])
    return np.array(out)


sequences = [random.normal(0, 1, (length, D)) for length in LENGTHS]
firsts = np.cumsum([0] + LENGTHS[:-1])
for name, value in P.items():
    show(name, value)
show("x", np.concatenate(sequences))
show("y", np.concatenate([layer(s, int(f)) for s, f in zip(sequences, firsts)]))
