from itertools import product
from math import comb

import torch
from torch import nn

torch.manual_seed(0)
width, blocks = 16, 6
branches = [
    nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, width))
    for _ in range(blocks)
]

# Forward: y = x + F(x), six times; keep what each branch sees.
x = torch.randn(width, requires_grad=True)
seen, y = [], x
for branch in branches:
    seen.append(y.detach())
    y = y + branch(y)
y.square().sum().backward()

# Backward is linear: at each block the gradient takes the shortcut (1) or the branch (its Jacobian).
jacobian = torch.autograd.functional.jacobian
jacobians = [jacobian(branch, value) for branch, value in zip(branches, seen)]
of_length = torch.zeros(blocks + 1, width)
norms = torch.zeros(blocks + 1)
for path in product([False, True], repeat=blocks):
    gradient = 2 * y.detach()
    for takes_branch, matrix in reversed(list(zip(path, jacobians))):
        if takes_branch:
            gradient = matrix.T @ gradient
    of_length[sum(path)] += gradient
    norms[sum(path)] += gradient.norm()

same = torch.allclose(of_length.sum(0), x.grad, rtol=1e-4)
print("all", 2**blocks, "paths add up to the gradient:", same)
print("length, paths, sum of their norms, norm of their sum")
for length in range(blocks + 1):
    together = of_length[length].norm()
    print(f"{length} {comb(blocks, length):3} {norms[length]:8.3f} {together:8.3f}")
