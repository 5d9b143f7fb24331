import math

import torch


def right_in_top(logits, labels, k):
    """How many labels are among the k largest logits."""
    top = logits.topk(k, dim=1).indices
    return (top == labels[:, None]).any(dim=1).sum().item()


def wilson(right, n, z=1.96):
    """95 % interval for the true share."""
    share = right / n
    centre = share + z * z / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return [(centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)]


def pictures_needed(p1, p2, disagree=None):
    """To notice the difference in 80 % of the cases at 5 %; on the same pictures, where they disagree."""
    delta = p2 - p1
    variance = p1 * (1 - p1) + p2 * (1 - p2) if disagree is None else disagree - delta**2
    return math.ceil((1.959964 + 0.841621) ** 2 * variance / delta**2)


def ten_crops(picture, side=224):
    """[3, 256, 256] -> ten squares: four corners and the middle, each also mirrored."""
    last = picture.shape[1] - side
    corners = [(0, 0), (0, last), (last, 0), (last, last), (last // 2, last // 2)]
    squares = [picture[:, t : t + side, l : l + side] for t, l in corners]
    return torch.stack(squares + [square.flip(2) for square in squares])


torch.manual_seed(0)
labels = torch.randint(0, 1000, (32,))
logits = torch.randn(32, 1000)
logits[torch.arange(23), labels[:23]] += 10  # 23 of 32 are right
print(right_in_top(logits, labels, 1), right_in_top(logits, labels, 5))
print([round(100 * x, 1) for x in wilson(23, 32)])  # [54.6, 84.4]
print([round(100 * x, 2) for x in wilson(38_000, 50_000)])  # [75.62, 76.37]
print(pictures_needed(0.76, 0.78), pictures_needed(0.76, 0.78, disagree=0.1))  # 6947 1955
print(ten_crops(torch.rand(3, 256, 256)).shape)  # torch.Size([10, 3, 224, 224])
