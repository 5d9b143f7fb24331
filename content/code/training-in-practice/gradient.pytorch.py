import torch
from torch.nn.functional import cross_entropy, one_hot, softmax

logits = torch.tensor([[2.0, 1.0, -1.0]], requires_grad=True)
label = torch.tensor([1])

loss = cross_entropy(logits, label)  # softmax is in it: give it logits, not probabilities
loss.backward()

p = softmax(logits.detach(), dim=1)
print("p          ", p.numpy().round(3))
print("loss       ", round(loss.item(), 3), "= -log p[1] =", round(-p[0, 1].log().item(), 3))
print("p - one-hot", (p - one_hot(label, 3)).numpy().round(3))
print("autograd   ", logits.grad.numpy().round(3))
