"""Makes adam.txt: five steps of Adam (Kingma and Ba 2015, algorithm 1) in double precision.

Run: python3 adam.py > adam.txt
Each line: the gradient of both values, then both values after the step. The learning rate grows from 0.01 by 0.01.
"""
import math

theta, mean, square = [0.5, -0.25], [0.0, 0.0], [0.0, 0.0]
for step, gradient in enumerate([[0.1, -2.0], [0.3, 1.0], [-0.2, 0.0], [0.7, 1e-4], [0.05, -0.5]], start=1):
    for at, g in enumerate(gradient):
        mean[at] = 0.9 * mean[at] + 0.1 * g
        square[at] = 0.999 * square[at] + 0.001 * g * g
        corrected_mean = mean[at] / (1 - 0.9 ** step)
        corrected_square = square[at] / (1 - 0.999 ** step)
        theta[at] -= 0.01 * step * corrected_mean / (math.sqrt(corrected_square) + 1e-8)
    print(*gradient, *theta)
