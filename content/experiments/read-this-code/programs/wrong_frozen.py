"""A new head is trained on top of a frozen body."""

import torch
from torch import nn

torch.manual_seed(0)
body = nn.Sequential(
    nn.Conv2d(3, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(),
    nn.AdaptiveAvgPool2d(1), nn.Flatten(),
)
with torch.no_grad():
    for _ in range(100):  # what the body was trained on
        body(torch.rand(16, 3, 32, 32))
head = nn.Linear(32, 4)
for parameter in body.parameters():
    parameter.requires_grad = False

picture = torch.rand(1, 3, 32, 32)
before = body.eval()(picture)

model = nn.Sequential(body, head)
optimiser = torch.optim.SGD(head.parameters(), lr=0.1)
model.train()
for step in range(50):
    pictures, classes = 0.5 * torch.rand(16, 3, 32, 32), torch.randint(4, (16,))
    loss = nn.functional.cross_entropy(model(pictures), classes)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()

after = body.eval()(picture)
moved = (after - before).norm() / before.norm()
print(f"features of one picture, before and after: {moved:.1%} apart")
