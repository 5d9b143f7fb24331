import torch
from torch import nn

torch.manual_seed(0)
c4 = torch.randn(1, 64, 14, 14)

# As in conv5_x: a 1×1 convolution with stride 2, then 3×3 convolutions.
halve = nn.Conv2d(64, 64, 1, stride=2)
first, second = (nn.Conv2d(64, 64, 3, padding=1) for _ in range(2))
coarse = second(first(halve(c4)).relu())

# The same weights, no stride, and 3×3 windows with holes.
for conv in (first, second):
    conv.dilation, conv.padding = (2, 2), (2, 2)
halve.stride = (1, 1)
dense = second(first(halve(c4)).relu())

print(tuple(coarse.shape), tuple(dense.shape))
print("every second place is the old one:", torch.allclose(dense[..., ::2, ::2], coarse, atol=1e-5))
