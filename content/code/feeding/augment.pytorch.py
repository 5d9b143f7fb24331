import math

import torch
import torch.nn.functional as F


def warp(pictures, flip=False, zoom=1.0, shear=0.0, turn=0.0):
    """[n, 3, h, w]: enlarged, sheared, turned (degrees), mirrored; the border is repeated."""
    a, lean = math.radians(turn), math.tan(math.radians(shear))
    sign = -1.0 if flip else 1.0
    # affine_grid asks: where does each output pixel come from?
    unturn = torch.tensor([[sign * math.cos(a), math.sin(a)], [-sign * math.sin(a), math.cos(a)]])
    unshear = torch.tensor([[1.0, lean], [0.0, 1.0]])
    matrix = (unshear @ unturn) / zoom
    theta = torch.cat([matrix, torch.zeros(2, 1)], dim=1).expand(len(pictures), 2, 3)
    grid = F.affine_grid(theta, pictures.shape, align_corners=False)
    return F.grid_sample(pictures, grid, padding_mode="border", align_corners=False)


def random_crop(picture, side=224):
    """The recipe of the paper: shorter side random from 256 to 480, a random square, half mirrored."""
    shorter = int(torch.randint(256, 481, ()))
    height, width = picture.shape[1:]
    scale = shorter / min(height, width)
    size = (round(height * scale), round(width * scale))
    larger = F.interpolate(picture[None], size=size, mode="bilinear", antialias=True)[0]
    top = int(torch.randint(0, size[0] - side + 1, ()))
    left = int(torch.randint(0, size[1] - side + 1, ()))
    square = larger[:, top : top + side, left : left + side]
    return square.flip(2) if torch.rand(()) < 0.5 else square


torch.manual_seed(0)
picture = torch.rand(3, 300, 400) * 255
print(random_crop(picture).shape)  # torch.Size([3, 224, 224])
mirrored = warp(picture[None], flip=True)[0]
print((mirrored - picture.flip(2)).abs().max().item() < 1e-2)  # True
print(round(math.tan(math.radians(0.2)) * 112, 2), "pixels at the border for a shear of 0.2 degrees")
