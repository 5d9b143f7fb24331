import torch
from torch import nn
from torch.nn.functional import cross_entropy

torch.manual_seed(0)
body = nn.Sequential(  # ends in a map, as ResNet-50 does without its head
    nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False),
    nn.BatchNorm2d(64),
    nn.ReLU(),
    nn.MaxPool2d(3, stride=2, padding=1),
    nn.Conv2d(64, 2048, 3, stride=8, padding=1, bias=False),
    nn.BatchNorm2d(2048),
    nn.ReLU(),
)
pictures, labels = torch.randn(4, 3, 224, 224), torch.tensor([3, 1, 4, 1])

print("without a head:", tuple(body(pictures).shape))
try:
    cross_entropy(body(pictures), labels)
except Exception as error:
    print(type(error).__name__, str(error).splitlines()[0])

model = nn.Sequential(body, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2048, 10))
print("with a head:   ", tuple(model(pictures).shape))
print("loss", round(cross_entropy(model(pictures), labels).item(), 2))
