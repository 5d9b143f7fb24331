import torch
from torch import nn


class DroppedBlock(nn.Module):
    """y = ReLU(x + b F(x)): in training b is 0 or 1, afterwards it is the probability of 1."""

    def __init__(self, channels: int, survival: float):
        super().__init__()
        self.survival = survival
        self.branch = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        if not self.training:
            return torch.relu(x + self.survival * self.branch(x))
        if torch.rand(()) < self.survival:
            return torch.relu(x + self.branch(x))
        return x  # x is a ReLU's output: ReLU(x) = x, and the branch is not computed


def survival(block: int, blocks: int, last: float = 0.5) -> float:
    """From nearly 1 at the first block down to `last` at the last one."""
    return 1 - block / blocks * (1 - last)


blocks = 16
net = nn.Sequential(*(DroppedBlock(8, survival(i + 1, blocks)) for i in range(blocks)))
x = torch.relu(torch.randn(4, 8, 16, 16))
print("expected number of blocks in training:", sum(survival(i + 1, blocks) for i in range(blocks)))
print(net.train()(x).shape, net.eval()(x).shape)
