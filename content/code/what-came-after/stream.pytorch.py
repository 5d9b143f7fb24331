import torch
from torch import nn


class Residual(nn.Module):
    """x + f(norm(x)): what all of these have in common. Channels are the last axis."""

    def __init__(self, channels, branch):
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.branch = branch

    def forward(self, x):
        return x + self.branch(self.norm(x))


class Depthwise(nn.Conv2d):
    """One 7x7 kernel for each channel, on maps with the channels last."""

    def __init__(self, channels):
        super().__init__(channels, channels, 7, padding=3, groups=channels)

    def forward(self, x):
        return super().forward(x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)


class Attention(nn.MultiheadAttention):
    def forward(self, x):
        return super().forward(x, x, x, need_weights=False)[0]


def mlp(channels):
    """The inverted bottleneck: four times wider inside."""
    return nn.Sequential(nn.Linear(channels, 4 * channels), nn.GELU(), nn.Linear(4 * channels, channels))


blocks = {
    "mixes positions, by convolution": Residual(96, Depthwise(96)),
    "mixes positions, by attention": Residual(96, Attention(96, 3, batch_first=True)),
    "mixes channels": Residual(96, mlp(96)),
}
maps = torch.randn(1, 14, 14, 96)
for name, block in blocks.items():
    x = maps.flatten(1, 2) if "attention" in name else maps
    parameters = sum(p.numel() for p in block.parameters())
    print(f"{name:32} {tuple(x.shape)} -> {tuple(block(x).shape)}  {parameters:6} parameters")
