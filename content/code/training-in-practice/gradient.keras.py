import numpy as np
from keras import losses, ops

logits = np.array([[2.0, 1.0, -1.0]])
label = np.array([1])
loss_of = losses.SparseCategoricalCrossentropy(from_logits=True)


def loss(z):
    return float(loss_of(label, z.astype("float64")))


p = ops.convert_to_numpy(ops.softmax(logits))
one_hot = np.eye(3)[label]
small = 1e-4  # differences, so that no backend's own gradient is needed
slopes = [(loss(logits + small * e) - loss(logits - small * e)) / (2 * small) for e in np.eye(3)]
print("p          ", p.round(3))
print("loss       ", round(loss(logits), 3), "= -log p[1] =", round(-np.log(p[0, 1]), 3))
print("p - one-hot", (p - one_hot).round(3))
print("slopes     ", np.round(slopes, 3))
