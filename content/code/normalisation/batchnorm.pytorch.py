import torch
from torch import nn

torch.manual_seed(0)
x = 3 * torch.randn(8, 4, 6, 6) + 5
norm = nn.BatchNorm2d(4, eps=1e-3)

# In training: mean and variance of each channel, over the batch and all positions.
mean = x.mean((0, 2, 3), keepdim=True)
variance = x.var((0, 2, 3), keepdim=True, unbiased=False)
by_hand = (x - mean) / (variance + norm.eps).sqrt()  # gamma = 1, beta = 0 to begin with
print("by hand = layer in training:", torch.allclose(by_hand, norm(x), atol=1e-5))

# Not trained yet, the moving statistics are mean 0 and variance 1: in inference it does nothing.
fresh = nn.BatchNorm2d(4, eps=1e-3).eval()
print("untrained, in inference, output / input:", round((fresh(x) / x).mean().item(), 4))

# What stands before the norm may be scaled: the output stays, and the gradient shrinks.
kernel = torch.randn(4, 4, 3, 3)
for scale in (1, 10):
    weight = (scale * kernel).requires_grad_()
    y = nn.BatchNorm2d(4, eps=1e-9)(nn.functional.conv2d(x, weight))
    (y**3).sum().backward()
    print(f"W x {scale:2}: sum of y^3 {(y**3).sum().item():.2f}, gradient {weight.grad.norm():.3f}")
