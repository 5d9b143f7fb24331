import torch
from torch import nn


def convolution(inputs, outputs, kernel, stride=1):
    """A convolution without bias, padded so that only its stride changes the map, and its batch norm."""
    conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False)
    return [conv, nn.BatchNorm2d(outputs)]


class Residual(nn.Module):
    """y = ReLU(F(x) + x), with a projection where x does not have the shape of F(x)."""

    def __init__(self, branch, inputs, outputs, stride):
        super().__init__()
        self.branch = nn.Sequential(*branch)
        self.shortcut = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(*convolution(inputs, outputs, 1, stride))
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.relu(self.branch(x) + self.shortcut(x))


def basic(inputs, width, stride=1):
    """The block of ResNet-18 and 34."""
    branch = convolution(inputs, width, 3, stride) + [nn.ReLU()]
    branch += convolution(width, width, 3)
    return Residual(branch, inputs, width, stride)


def bottleneck(inputs, width, stride=1):
    """The block of ResNet-50, 101 and 152, with the stride where the paper has it."""
    branch = convolution(inputs, width, 1, stride) + [nn.ReLU()]
    branch += convolution(width, width, 3) + [nn.ReLU()]
    branch += convolution(width, 4 * width, 1)
    return Residual(branch, inputs, 4 * width, stride)


def report(name, block, channels):
    x = torch.randn(2, channels, 56, 56).relu()
    kernels = sum(p.numel() for p in block.parameters() if p.dim() == 4)
    before, after = tuple(x.shape[1:]), tuple(block(x).shape[1:])
    print(f"{name:16} {before} -> {after}, weights of kernels: {kernels}")


report("basic", basic(64, 64), 64)
report("basic, stride 2", basic(64, 128, stride=2), 64)
report("bottleneck 2a", bottleneck(64, 64), 64)
report("bottleneck 2b", bottleneck(256, 64), 256)
report("bottleneck 3a", bottleneck(256, 128, stride=2), 256)

block = basic(64, 64)
nn.init.zeros_(block.branch[-1].weight)
x = torch.randn(2, 64, 56, 56).relu()
print("F = 0: the block passes x on unchanged:", torch.equal(block(x), x))
