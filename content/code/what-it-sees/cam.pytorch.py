import torch
from torch import nn

torch.manual_seed(0)
# Any network that ends in a ReLU, a global average pool and one dense layer.
body = nn.Sequential(
    nn.Conv2d(3, 16, 3, stride=4, padding=1), nn.ReLU(),
    nn.Conv2d(16, 64, 3, stride=8, padding=1), nn.ReLU(),
)
head = nn.Linear(64, 10)
picture, target = torch.randn(1, 3, 224, 224), 3

maps = body(picture)  # [1, 64, 7, 7]
maps.retain_grad()
logits = head(maps.mean(dim=(2, 3)))

# Class activation map: the class's weights, applied at every place.
cam = torch.einsum("k,khw->hw", head.weight[target], maps[0])
print("mean + bias", (cam.mean() + head.bias[target]).item())
print("logit      ", logits[0, target].item())

# Grad-CAM at the same place: its positive part, divided by the number of places.
logits[0, target].backward()
alpha = maps.grad[0].mean(dim=(1, 2))
grad_cam = torch.einsum("k,khw->hw", alpha, maps[0]).relu()
print("same map:", torch.allclose(grad_cam, cam.relu() / cam.numel(), atol=1e-7))

# Aligned: place i is centred at pixel 32 i. Enlarge so that pixel 32 i gets exactly the value of place i.
aligned = nn.functional.interpolate(
    nn.functional.pad(cam[None, None], (0, 1, 0, 1), mode="replicate"),
    size=(7 * 32 + 1, 7 * 32 + 1), mode="bilinear", align_corners=True,
)[0, 0, :224, :224]
print("value at pixel (64, 96) is the cell's:", torch.allclose(aligned[64, 96], cam[2, 3]))
