import torch
from torch import nn

torch.manual_seed(0)


def layer(channels_in, channels_out):
    return [
        nn.Conv2d(channels_in, channels_out, 3, padding=1, bias=False),
        nn.BatchNorm2d(channels_out),
        nn.ReLU(),
    ]


def identity_layer(channels):
    conv, norm, relu = layer(channels, channels)
    with torch.no_grad():
        nn.init.dirac_(conv.weight)  # 1 at the centre, from each channel to itself
        norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps))
        norm.bias.copy_(norm.running_mean)
    return [conv, norm, relu]


shallow = nn.Sequential(*layer(3, 16), *layer(16, 16))
deep = nn.Sequential(*shallow, *[part for _ in range(18) for part in identity_layer(16)])

pictures = torch.randn(32, 3, 16, 16)
shallow.train()(pictures)  # the norms' moving statistics
shallow.eval()
deep.eval()
with torch.no_grad():
    difference = (deep(pictures) - shallow(pictures)).abs().max()

count = lambda net: sum(isinstance(part, nn.Conv2d) for part in net)
print(f"{count(shallow)} and {count(deep)} layers, largest difference {difference:.1e}")
