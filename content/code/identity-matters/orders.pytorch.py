import torch
from torch import nn


def conv(channels):
    return nn.Conv2d(channels, channels, 3, padding=1, bias=False)


class Original(nn.Module):
    """y = ReLU(x + F(x)), He et al. 2015."""

    def __init__(self, channels):
        super().__init__()
        self.branch = nn.Sequential(
            conv(channels), nn.BatchNorm2d(channels), nn.ReLU(),
            conv(channels), nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        return torch.relu(x + self.branch(x))


class PreActivation(nn.Module):
    """y = x + F(x), and nothing after the sum, He et al. 2016."""

    def __init__(self, channels):
        super().__init__()
        self.branch = nn.Sequential(
            nn.BatchNorm2d(channels), nn.ReLU(), conv(channels),
            nn.BatchNorm2d(channels), nn.ReLU(), conv(channels),
        )

    def forward(self, x):
        return x + self.branch(x)


signed = torch.randn(4, 16, 8, 8)
outputs_of_relu = signed.relu()
for block in (Original(16), PreActivation(16)):
    nn.init.zeros_(block.branch[-1].weight)  # gamma, or the last kernel: F = 0
    for name, x in {"x >= 0": outputs_of_relu, "any x": signed}.items():
        print(f"{type(block).__name__:13} {name}: identity = {torch.equal(block(x), x)}")
