import torch
from torch import nn

blocks, channels = 18, 16


class Block(nn.Module):
    def __init__(self, residual):
        super().__init__()
        self.residual = residual
        convs = [nn.Conv2d(channels, channels, 3, padding=1, bias=False) for _ in range(2)]
        for conv in convs:
            nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
        norms = [nn.BatchNorm2d(channels) for _ in range(2)]
        self.branch = nn.Sequential(convs[0], norms[0], nn.ReLU(), convs[1], norms[1])

    def forward(self, x):
        f = self.branch(x)
        return torch.relu(x + f if self.residual else f)


def gradients(residual):
    """The norm of the loss's gradient at every block's output, first block first."""
    torch.manual_seed(0)
    stem = nn.Conv2d(3, channels, 3, padding=1, bias=False)
    trunk = nn.ModuleList(Block(residual) for _ in range(blocks))
    head = nn.Linear(channels, 10)
    x = torch.relu(stem(torch.randn(32, 3, 16, 16)))
    outputs = []
    for block in trunk:
        x = block(x)
        x.retain_grad()  # otherwise only weights keep their gradients
        outputs.append(x)
    loss = nn.functional.cross_entropy(head(x.mean((2, 3))), torch.randint(10, (32,)))
    loss.backward()
    return [x.grad.norm().item() for x in outputs]


for residual in (False, True):
    norms = gradients(residual)
    print("residual" if residual else "plain", " ".join(f"{norm:.3g}" for norm in norms))
    print(f"  first / last: {norms[0] / norms[-1]:.3g}")
