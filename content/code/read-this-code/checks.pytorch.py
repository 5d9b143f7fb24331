import copy

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False), nn.BatchNorm2d(channels), nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False), nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        return torch.relu(self.branch(x) + x)


def is_identity_without_branch(block, x):
    """With the last norm's factor at zero, F is zero and x has to come out as it went in."""
    block = copy.deepcopy(block).eval()
    nn.init.zeros_(block.branch[-1].weight)
    return torch.equal(block(x), x)


def can_take_away(block, x):
    """F has to be able to be negative."""
    return bool((block(x) < x).any())


def answers_one_by_one(model, pictures):
    """What is said of a picture must not depend on the others in its batch."""
    alone = torch.cat([model(picture[None]) for picture in pictures])
    return torch.allclose(model(pictures), alone, atol=1e-5)


def stays_frozen(body, train):
    """All that is stored of a frozen body is the same after training, statistics included."""
    before = copy.deepcopy(body.state_dict())
    train()
    return all(torch.equal(value, before[name]) for name, value in body.state_dict().items())


torch.manual_seed(0)
x = torch.rand(8, 16, 12, 12)
body = nn.Sequential(Block(16), Block(16), nn.AdaptiveAvgPool2d(1), nn.Flatten())
print("identity without its branch:", is_identity_without_branch(body[0], x))
print("can take something away:    ", can_take_away(body[0], x))
for mode in ["train", "eval"]:
    getattr(body, mode)()
    print(f"in {mode} mode")
    print("  answers one by one:       ", answers_one_by_one(body, x))
    print("  stays frozen:             ", stays_frozen(body, lambda: body(x)))
