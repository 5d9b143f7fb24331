import keras
import numpy as np
from keras import layers, ops


def gratings(random, size=32):
    label = random.integers(8, size=size)
    angle = (label * np.pi / 8)[:, None, None]
    frequency = random.uniform(1 / 16, 1 / 4, (size, 1, 1)) * 2 * np.pi
    phase = random.uniform(0, 2 * np.pi, (size, 1, 1))
    v, u = np.mgrid[:16, :16]
    wave = np.sin(frequency * (u * np.cos(angle) + v * np.sin(angle)) + phase)
    pictures = wave + 0.6 * random.standard_normal((size, 16, 16))
    return pictures[..., None].astype("float32"), label


def convolution(x, filters, stride=1):
    x = layers.ZeroPadding2D(1)(x)
    he = keras.initializers.HeNormal()
    x = layers.Conv2D(filters, 3, stride, use_bias=False, kernel_initializer=he)(x)
    return layers.BatchNormalization(momentum=0.9, epsilon=1e-5)(x)


def block(x, filters, stride, skip):
    branch = layers.ReLU()(convolution(x, filters, stride))
    branch = convolution(branch, filters)
    if skip:
        shortcut = x[:, ::stride, ::stride, :]  # option A: no weights
        shortcut = ops.pad(shortcut, [[0, 0]] * 3 + [[0, filters - x.shape[-1]]])
        branch = layers.Add()([branch, shortcut])
    return layers.ReLU()(branch)


def network(depth, skip, width=8):
    inputs = keras.Input((16, 16, 1))
    x = layers.ReLU()(convolution(inputs, width))
    for stage in range(3):
        for index in range((depth - 2) // 6):
            x = block(x, width << stage, 2 if stage > 0 and index == 0 else 1, skip)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(8)(x))


keras.utils.set_random_seed(0)
plain, residual = network(56, skip=False), network(56, skip=True)
residual.set_weights(plain.get_weights())  # both begin with the same weights
for name, net in (("plain", plain), ("residual", residual)):
    net.compile(
        keras.optimizers.SGD(0.05, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    batches = np.random.default_rng(0)  # and see the same pictures
    print(name, sum(np.size(w) for w in net.trainable_weights), "trainable parameters")
    for step in range(41):
        loss = net.train_on_batch(*gratings(batches))
        net.reset_metrics()
        if step in (0, 1, 5, 20, 40):
            norm = np.linalg.norm(ops.convert_to_numpy(net.trainable_weights[0]))
            print(f"step {step:2}: loss {float(loss):.2f}, first convolution's weights then {norm:.1f}")
