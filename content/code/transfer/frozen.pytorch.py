import torch
from torch import nn

body = nn.Sequential(nn.Conv2d(3, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU())
for parameter in body.parameters():
    parameter.requires_grad = False


def moved(freeze):
    """How far the stored mean moves in one training step."""
    norm = body[1]
    norm.reset_running_stats()
    body.train()
    if freeze:
        for layer in body.modules():
            if isinstance(layer, nn.BatchNorm2d):
                layer.eval()
    body(torch.randn(16, 3, 8, 8) + 1)
    return norm.running_mean.abs().max().item()


torch.manual_seed(0)
print("requires_grad=False alone:", round(moved(freeze=False), 4))  # not 0
print("and eval():", moved(freeze=True))  # 0.0
