"""Makes frequency.txt: one layer of BSARec, worked out with numpy's Fourier transform over padded windows.

Run: python3 frequency.py > frequency.txt
The slow part of a token is the last place of the window that ends with it, so that a sequence needs one transform a token.
Format and order as in golden.txt.
"""
import math
import numpy as np

D, HEADS, INNER, LENGTHS, WINDOW, KEPT, SHARE = 4, 2, 8, [1, 2, 3, 3, 6], 6, 2, 0.7
random = np.random.default_rng(20240220)


def show(name, array):
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(v)) for v in array.ravel()))


P = {"fast": random.normal(0, 1, (1, D))}
for norm in ("norm1", "norm2", "norm3"):
    P[norm + ".weight"] = 1 + random.normal(0, 0.2, D)
    P[norm + ".bias"] = random.normal(0, 0.2, D)
for name, rows, columns in (
    ("attention.inputs", 3 * D, D), ("attention.output", D, D), ("linear1", INNER, D), ("linear2", D, INNER)
):
    P[name + ".weight"] = random.normal(0, 0.7, (rows, columns))
    P[name + ".bias"] = random.normal(0, 0.3, rows)


def norm(row, name):
    return (row - row.mean()) / np.sqrt(row.var() + 1e-5) * P[name + ".weight"] + P[name + ".bias"]


def linear(row, name):
    return P[name + ".weight"] @ row + P[name + ".bias"]


def slow(rows):
    out = []
    for at in range(len(rows)):
        window = np.zeros((WINDOW, D))
        window[WINDOW - at - 1:] = rows[:at + 1]
        spectrum = np.fft.rfft(window, axis=0)
        spectrum[KEPT:] = 0
        out.append(np.fft.irfft(spectrum, n=WINDOW, axis=0)[-1])
    return np.array(out)


def attend(rows):
    width = D // HEADS
    projected = [linear(row, "attention.inputs") for row in rows]
    out = []
    for at in range(len(rows)):
        joined = []
        for head in range(HEADS):
            part = slice(head * width, (head + 1) * width)
            query = projected[at][:D][part]
            weights = np.exp([query @ projected[j][D:2 * D][part] / math.sqrt(width) for j in range(at + 1)])
            weights /= weights.sum()
            joined.append(sum(w * projected[j][2 * D:][part] for j, w in enumerate(weights)))
        out.append(linear(np.concatenate(joined), "attention.output"))
    return out


def gelu(values):
    return np.array([0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in values])


def block(rows):
    out = []
    for x, low, attended in zip(rows, slow(rows), attend(rows)):
        a = norm(x + low + P["fast"][0] ** 2 * (x - low), "norm1")
        c = norm(x + attended, "norm2")
        h = SHARE * a + (1 - SHARE) * c
        out.append(norm(h + linear(gelu(linear(h, "linear1")), "linear2"), "norm3"))
    return out


sequences = [random.normal(0, 1, (length, D)) for length in LENGTHS]
for name, value in P.items():
    show(name, value)
show("x", np.concatenate(sequences))
show("slow", np.concatenate([slow(s) for s in sequences]))
show("y", np.concatenate([np.array(block(s)) for s in sequences]))
