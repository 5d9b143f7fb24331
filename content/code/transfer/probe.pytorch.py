import torch
import torch.nn.functional as F

torch.manual_seed(0)
CLASSES, EACH, FEATURES = 5, 4, 2048

# Stand-ins for features at avg_pool: not negative, one direction for each class, and noise.
centres = torch.rand(CLASSES, FEATURES)
labels = torch.arange(CLASSES).repeat_interleave(EACH)
features = (centres[labels] + 0.5 * torch.randn(len(labels), FEATURES)).relu()


def nearest_mean(features, labels, classes):
    """Weights and bias of the dense layer that answers with the nearest class mean."""
    means = torch.stack([features[labels == k].mean(0) for k in range(classes)])
    return means, -0.5 * (means**2).sum(1)


right = 0
for i in range(len(labels)):
    others = torch.arange(len(labels)) != i  # leave one out
    weight, bias = nearest_mean(features[others], labels[others], CLASSES)
    right += int((weight @ features[i] + bias).argmax() == labels[i])
print("nearest mean, leaving one out:", right, "of", len(labels))

# A linear probe starts from any weights and minimises cross-entropy plus a penalty.
unit = F.normalize(features, dim=1)
probe = torch.nn.Linear(FEATURES, CLASSES)
print(sum(p.numel() for p in probe.parameters()))  # 10245
optimiser = torch.optim.AdamW(probe.parameters(), lr=0.01, weight_decay=0.1)
for step in range(200):
    loss = F.cross_entropy(probe(unit), labels)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
print("training accuracy of the probe:", (probe(unit).argmax(1) == labels).float().mean().item())
