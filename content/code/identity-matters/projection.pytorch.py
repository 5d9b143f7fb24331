import torch
from torch import nn

# First block of each stage of ResNet-50: channels in, channels out, stride.
openings = {"2a": (64, 256, 1), "3a": (256, 512, 2), "4a": (512, 1024, 2), "5a": (1024, 2048, 2)}


def by_stride(inputs, outputs, stride):
    return stride > 1


def by_shape(inputs, outputs, stride):
    return stride != 1 or inputs != outputs


def shortcut(inputs, outputs, stride, needs_projection):
    if not needs_projection(inputs, outputs, stride):
        return nn.Identity()
    conv = nn.Conv2d(inputs, outputs, 1, stride, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs))


for rule in (by_stride, by_shape):
    print(rule.__name__)
    for name, (inputs, outputs, stride) in openings.items():
        x = torch.randn(1, inputs, 8, 8)
        f = torch.randn(1, outputs, 8 // stride, 8 // stride)  # what the branch gives
        try:
            y = f + shortcut(inputs, outputs, stride, rule)(x)
            print(f"  {name}: {tuple(x.shape[1:])} -> {tuple(y.shape[1:])}")
        except RuntimeError as error:
            print(f"  {name}: {error}")
