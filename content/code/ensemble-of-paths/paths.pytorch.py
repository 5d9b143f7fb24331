from itertools import product
from math import comb

import torch

torch.manual_seed(0)
width, blocks = 16, 6
branches = [
    torch.nn.Sequential(torch.nn.Linear(width, width), torch.nn.ReLU(), torch.nn.Linear(width, width))
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
jacobians = [torch.autograd.functional.jacobian(branch, value) for branch, value in zip(branches, seen)]
of_length = torch.zeros(blocks + 1, width)
norms = torch.zeros(blocks + 1)
for path in product([False, True], repeat=blocks):
    gradient = 2 * y.detach()
    for takes_branch, jacobian in reversed(list(zip(path, jacobians))):
        if takes_branch:
            gradient = jacobian.T @ gradient
    of_length[sum(path)] += gradient
    norms[sum(path)] += gradient.norm()

print("all", 2**blocks, "paths add up to the gradient:", torch.allclose(of_length.sum(0), x.grad, rtol=1e-4))
for length in range(blocks + 1):
    together = of_length[length].norm()
    print(f"{comb(blocks, length):3} paths of length {length}: sum of norms {norms[length]:8.2f}, norm of the sum {together:8.2f}")
