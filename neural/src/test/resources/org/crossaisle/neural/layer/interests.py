"""Makes interests.txt: the means of a user's interests at every token, worked out with numpy.

Run: python3 interests.py > interests.txt
Format and order as in golden.txt.
"""
import numpy as np

D, WIDTH, INTERESTS, LENGTHS = 4, 5, 3, [1, 2, 3, 3]
random = np.random.default_rng(20200823)


def show(name, array):
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(v)) for v in array.ravel()))


P = {
    "hidden.weight": random.normal(0, 0.7, (WIDTH, D)),
    "hidden.bias": random.normal(0, 0.3, WIDTH),
    "asked": random.normal(0, 1.5, (INTERESTS, WIDTH)),
}


def means(rows):
    out = []
    for at in range(len(rows)):
        for interest in P["asked"]:
            weights = np.exp([interest @ np.tanh(P["hidden.weight"] @ h + P["hidden.bias"]) for h in rows[:at + 1]])
            out.append(weights / weights.sum() @ rows[:at + 1])
    return np.array(out)


sequences = [random.normal(0, 1, (length, D)) for length in LENGTHS]
for name, value in P.items():
    show(name, value)
show("x", np.concatenate(sequences))
show("y", np.concatenate([means(s) for s in sequences]))
