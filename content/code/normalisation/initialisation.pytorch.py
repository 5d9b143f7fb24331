import torch
from torch import nn

layers, width, samples = 54, 512, 256


def plain(variance, norm):
    """Linear layers with ReLUs behind them; the variance of a weight is variance / fan-in."""
    parts = []
    for _ in range(layers):
        linear = nn.Linear(width, width, bias=False)
        nn.init.normal_(linear.weight, std=(variance / width) ** 0.5)
        parts += [linear] + ([nn.BatchNorm1d(width)] if norm else []) + [nn.ReLU()]
    return nn.Sequential(*parts)


torch.manual_seed(0)
print("variance x fan-in | norm | signal per layer | gradient per layer, towards the input")
for norm in (False, True):
    for name, variance in {"2 (He)": 2, "1 (Glorot)": 1, "1/3 (PyTorch)": 1 / 3}.items():
        x = torch.randn(samples, width, requires_grad=True)
        y = plain(variance, norm)(x)
        (gradient,) = torch.autograd.grad(y, x, torch.randn_like(y))
        forward = (y.norm() / x.norm()) ** (1 / layers)
        backward = (gradient.norm() / samples**0.5 / width**0.5) ** (1 / layers)
        print(f"{name:17} | {'yes' if norm else 'no':4} | {forward:16.2f} | {backward:.2f}")
