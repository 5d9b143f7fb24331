"""Sixteen residual blocks; in each, some values should grow and others shrink."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        return torch.relu(x + self.branch(x))


torch.manual_seed(0)
x = torch.randn(8, 16, 32, 32).relu()
for number in range(1, 17):
    before, x = x, Block(16)(x)
    if number in (1, 4, 16):
        smaller = (x < before).float().mean()
        print(f"block {number:2}: mean {x.mean():.2f}, smaller than before: {smaller:.0%}")
