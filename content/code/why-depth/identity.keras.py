import numpy as np
from keras import Sequential, layers, ops, random


def layer(filters):
    return [
        layers.Conv2D(filters, 3, padding="same", use_bias=False),
        layers.BatchNormalization(),
        layers.ReLU(),
    ]


def make_identity(conv, norm):
    kernel = np.zeros(conv.kernel.shape, "float32")  # [height, width, in, out]
    kernel[1, 1] = np.eye(kernel.shape[2])  # 1 at the centre, from each channel to itself
    conv.set_weights([kernel])
    _, _, mean, variance = norm.get_weights()
    norm.set_weights([np.sqrt(variance + norm.epsilon), mean, mean, variance])


shallow = Sequential([layers.Input((16, 16, 3)), *layer(16), *layer(16)])
added = [layer(16) for _ in range(18)]
deep = Sequential([shallow, *[part for parts in added for part in parts]])

pictures = random.normal((32, 16, 16, 3), seed=0)
shallow(pictures, training=True)  # the norms' moving statistics
deep(pictures, training=False)  # makes the weights
for conv, norm, _ in added:
    make_identity(conv, norm)
both = [ops.convert_to_numpy(net(pictures, training=False)) for net in (shallow, deep)]
difference = np.abs(both[0] - both[1]).max()
print(f"2 and {2 + len(added)} layers, largest difference {difference:.1e}")
