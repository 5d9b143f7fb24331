import torch
from torch import nn
from torch.nn.functional import cross_entropy

torch.manual_seed(0)
net = nn.Sequential(
    nn.Conv2d(3, 16, 3, padding=1, bias=False),
    nn.BatchNorm2d(16),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(16, 10),
)
pictures, labels = torch.randn(32, 3, 16, 16), torch.randint(10, (32,))
kernel = net[0].weight

for factor in (1, 10):
    with torch.no_grad():
        kernel *= factor
    loss = cross_entropy(net(pictures), labels)
    (gradient,) = torch.autograd.grad(loss, kernel)
    cosine = torch.dot(gradient.flatten(), kernel.flatten()) / (gradient.norm() * kernel.norm())
    print(
        f"weights {kernel.norm().item():6.2f}  loss {loss.item():.4f}  "
        f"gradient {gradient.norm().item():.5f}  cosine {cosine.item():+.3f}"
    )
