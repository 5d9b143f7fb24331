import torch
from torch import nn
from torch.nn.functional import interpolate


class FeaturePyramid(nn.Module):
    """C2 … C5 in, P2 … P5 out: the same sizes, all with 256 channels."""

    def __init__(self, channels=(256, 512, 1024, 2048), width=256):
        super().__init__()
        self.lateral = nn.ModuleList(nn.Conv2d(c, width, 1) for c in channels)
        self.output = nn.ModuleList(nn.Conv2d(width, width, 3, padding=1) for _ in channels)

    def forward(self, maps):
        merged = [lateral(c) for lateral, c in zip(self.lateral, maps)]
        for level in range(len(merged) - 2, -1, -1):  # from the coarsest down
            above = interpolate(merged[level + 1], size=merged[level].shape[-2:], mode="nearest")
            merged[level] = merged[level] + above
        return [output(m) for output, m in zip(self.output, merged)]


# Any backbone will do; these are ResNet-50's shapes for a picture of 224 × 224.
maps = [torch.randn(1, c, s, s) for c, s in [(256, 56), (512, 28), (1024, 14), (2048, 7)]]
pyramid = FeaturePyramid()
for p in pyramid(maps):
    print(tuple(p.shape))
print("parameters:", sum(p.numel() for p in pyramid.parameters()))
