import keras
import numpy as np
from keras import layers


def block(x, name):
    filters = x.shape[-1]
    f = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    f = layers.ReLU()(layers.BatchNormalization()(f))
    f = layers.Conv2D(filters, 3, padding="same", use_bias=False)(f)
    f = layers.BatchNormalization(name=f"{name}_last")(f)
    return layers.ReLU(name=name)(layers.Add()([f, x]))


def answers_one_by_one(model, pictures, training):
    """What is said of a picture must not depend on the others in its batch."""
    answer = lambda some: keras.ops.convert_to_numpy(model(some, training=training))
    alone = np.concatenate([answer(pictures[i : i + 1]) for i in range(len(pictures))])
    return np.allclose(answer(pictures), alone, atol=1e-5)


def stays_frozen(body, train):
    """All that is stored of a frozen body is the same after training, statistics included."""
    before = body.get_weights()
    train()
    return all(np.array_equal(old, new) for old, new in zip(before, body.get_weights()))


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).random((8, 12, 12, 16), dtype="float32")
inputs = keras.Input((12, 12, 16))
maps = block(block(inputs, "first"), "second")
body = keras.Model(inputs, layers.GlobalAveragePooling2D()(maps))

first = keras.Model(inputs, body.get_layer("first").output)
norm = body.get_layer("first_last")
gamma = keras.ops.convert_to_numpy(norm.gamma).copy()
print("can take something away:    ", bool((first.predict(x, verbose=0) < x).any()))
norm.gamma.assign(0 * gamma)
print("identity without its branch:", bool((first.predict(x, verbose=0) == x).all()))
norm.gamma.assign(gamma)
for training in [True, False]:
    print(f"with training={training}")
    print("  answers one by one:       ", answers_one_by_one(body, x, training))
    print("  stays frozen:             ", stays_frozen(body, lambda: body(x, training=training)))
