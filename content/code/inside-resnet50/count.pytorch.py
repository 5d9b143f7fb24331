import torch
from torch import nn


def convolution(inputs, outputs, kernel, stride=1):
    conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False)
    return [conv, nn.BatchNorm2d(outputs)]


class Bottleneck(nn.Module):
    def __init__(self, inputs, width, stride, late):
        super().__init__()
        first, second = (1, stride) if late else (stride, 1)
        self.branch = nn.Sequential(
            *convolution(inputs, width, 1, first), nn.ReLU(),
            *convolution(width, width, 3, second), nn.ReLU(),
            *convolution(width, 4 * width, 1),
        )
        self.shortcut = nn.Identity()
        if stride != 1 or inputs != 4 * width:
            self.shortcut = nn.Sequential(*convolution(inputs, 4 * width, 1, stride))

    def forward(self, x):
        return torch.relu(self.branch(x) + self.shortcut(x))


def resnet50(late):
    """late: the stride of 2 on the 3x3 convolution (v1.5), not on the first 1x1 (v1)."""
    layers = [*convolution(3, 64, 7, 2), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    inputs = 64
    for stage, blocks in enumerate([3, 4, 6, 3]):
        width = 64 * 2**stage
        for block in range(blocks):
            stride = 2 if stage > 0 and block == 0 else 1
            layers.append(Bottleneck(inputs, width, stride, late))
            inputs = 4 * width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, 1000))


def multiply_adds(model):
    """Of convolutions and dense layers, for one picture of 224 x 224 pixels."""
    total = 0

    def count(layer, _, output):
        nonlocal total
        positions = output[0, 0].numel() if output.dim() == 4 else 1
        total += layer.weight.numel() * positions

    for layer in model.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            layer.register_forward_hook(count)
    with torch.no_grad():
        model.eval()(torch.zeros(1, 3, 224, 224))
    return total


for name, late in [("v1", False), ("v1.5", True)]:
    model = resnet50(late)
    layers = list(model.modules())
    convolutions = sum(isinstance(layer, nn.Conv2d) for layer in layers)
    projections = sum(isinstance(getattr(layer, "shortcut", None), nn.Sequential) for layer in layers)
    print(f"{name:4} {convolutions} convolutions, {projections} of them projections")
    print(f"     parameters    {sum(p.numel() for p in model.parameters()):,}")
    print(f"     statistics    {sum(b.numel() for n, b in model.named_buffers() if 'running' in n):,}")
    print(f"     multiply-adds {multiply_adds(model):,}")
