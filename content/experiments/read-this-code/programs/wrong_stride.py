"""The first block of conv3_x, for weights trained in the paper's network (v1)."""

import torch
from torch import nn


class Branch(nn.Sequential):
    def __init__(self, first_stride, second_stride):
        super().__init__(
            nn.Conv2d(256, 128, 1, first_stride, bias=False), nn.BatchNorm2d(128), nn.ReLU(),
            nn.Conv2d(128, 128, 3, second_stride, 1, bias=False), nn.BatchNorm2d(128), nn.ReLU(),
            nn.Conv2d(128, 512, 1, bias=False), nn.BatchNorm2d(512),
        )


torch.manual_seed(0)
trained = Branch(2, 1).eval()
mine = Branch(1, 2).eval()
print(mine.load_state_dict(trained.state_dict()))

x = torch.randn(2, 256, 56, 56).relu()
wanted, given = trained(x), mine(x)
print("shapes", tuple(wanted.shape), tuple(given.shape))
print(f"difference {(given - wanted).norm() / wanted.norm():.0%} of the values' size")
