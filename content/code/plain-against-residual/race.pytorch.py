import math

import torch
from torch import nn
from torch.nn import functional as F


def gratings(generator, size=32):
    label = torch.randint(8, (size,), generator=generator)
    draw = lambda *shape: torch.rand(*shape, generator=generator)
    angle = (label * math.pi / 8).view(-1, 1, 1)
    frequency = (1 / 16 + (1 / 4 - 1 / 16) * draw(size, 1, 1)) * 2 * math.pi
    v, u = torch.meshgrid(torch.arange(16.0), torch.arange(16.0), indexing="ij")
    wave = torch.sin(
        frequency * (u * torch.cos(angle) + v * torch.sin(angle)) + 2 * math.pi * draw(size, 1, 1)
    )
    noise = torch.randn(size, 16, 16, generator=generator)
    return (wave + 0.6 * noise).unsqueeze(1), label


def convolution(channels_in, channels_out, stride=1):
    conv = nn.Conv2d(channels_in, channels_out, 3, stride, padding=1, bias=False)
    nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
    return nn.Sequential(conv, nn.BatchNorm2d(channels_out))


class Block(nn.Module):
    def __init__(self, channels_in, channels_out, stride, skip):
        super().__init__()
        self.first = convolution(channels_in, channels_out, stride)
        self.second = convolution(channels_out, channels_out)
        self.stride, self.new, self.skip = stride, channels_out - channels_in, skip

    def forward(self, x):
        branch = self.second(F.relu(self.first(x)))
        if not self.skip:
            return F.relu(branch)
        shortcut = x[:, :, :: self.stride, :: self.stride]  # option A: no weights
        return F.relu(branch + F.pad(shortcut, (0, 0, 0, 0, 0, self.new)))


def network(depth, skip, width=8):
    torch.manual_seed(0)  # plain and residual begin with the same weights
    layers, channels = [convolution(1, width), nn.ReLU()], width
    for stage in range(3):
        for block in range((depth - 2) // 6):
            out, stride = width << stage, 2 if stage > 0 and block == 0 else 1
            layers.append(Block(channels, out, stride, skip))
            channels = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 8))


for skip in (False, True):
    net = network(56, skip)
    kernel = net[0][0].weight
    optimiser = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
    batches = torch.Generator().manual_seed(0)  # and see the same pictures
    print("residual" if skip else "plain", sum(p.numel() for p in net.parameters()), "parameters")
    for step in range(41):
        pictures, label = gratings(batches)
        loss = F.cross_entropy(net(pictures), label)
        optimiser.zero_grad()
        loss.backward()
        if step in (0, 1, 5, 20, 40):
            print(
                f"step {step:2}: loss {loss.item():.2f}, first convolution: "
                f"gradient {kernel.grad.norm().item():.2g}, weights {kernel.norm().item():.1f}"
            )
        optimiser.step()
