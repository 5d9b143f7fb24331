import torch

MEANS_BGR = torch.tensor([103.939, 116.779, 123.68]).view(3, 1, 1)


def prepare(picture):
    """uint8 [3, height, width], red first -> the input of He's ResNet-50."""
    blue_first = picture.flip(0).float()
    return blue_first - MEANS_BGR


def prepare_torchvision(picture):
    """The same picture for torchvision's ResNet-50."""
    mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
    deviation = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
    return (picture.float() / 255 - mean) / deviation


pixel = torch.tensor([200, 100, 50], dtype=torch.uint8).view(3, 1, 1)
print([round(x, 3) for x in prepare(pixel).flatten().tolist()])  # [-53.939, -16.779, 76.32]
print([round(x, 3) for x in prepare_torchvision(pixel).flatten().tolist()])  # [1.307, -0.285, -0.933]

# Preparing is a layer: the same numbers from a convolution with other weights.
conv = torch.nn.Conv2d(3, 8, 7)
absorbed = torch.nn.Conv2d(3, 8, 7)
with torch.no_grad():
    absorbed.weight.copy_(conv.weight.flip(1))  # weights for red first
    absorbed.bias.copy_(conv.bias - (conv.weight.sum((2, 3)) * MEANS_BGR.flatten()).sum(1))
    picture = torch.randint(0, 256, (3, 32, 32), dtype=torch.uint8)
    one = conv(prepare(picture)[None])
    other = absorbed(picture.float()[None])
print("largest difference:", (one - other).abs().max().item())  # rounding only
