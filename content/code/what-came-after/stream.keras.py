import keras
from keras import layers


def residual(x, branch):
    """x + f(norm(x)): what all of these have in common. Channels are the last axis."""
    return layers.Add()([x, branch(layers.LayerNormalization(epsilon=1e-5)(x))])


def depthwise(x):
    """One 7x7 kernel for each channel."""
    return layers.DepthwiseConv2D(7, padding="same")(x)


def attention(x):
    return layers.MultiHeadAttention(num_heads=3, key_dim=x.shape[-1] // 3)(x, x)


def mlp(x):
    """The inverted bottleneck: four times wider inside."""
    channels = x.shape[-1]
    return layers.Dense(channels)(layers.Dense(4 * channels, activation="gelu")(x))


maps = keras.Input((14, 14, 96))
tokens = keras.Input((14 * 14, 96))
blocks = {
    "mixes positions, by convolution": (maps, depthwise),
    "mixes positions, by attention": (tokens, attention),
    "mixes channels": (maps, mlp),
}
for name, (x, branch) in blocks.items():
    block = keras.Model(x, residual(x, branch))
    print(f"{name:32} {x.shape} -> {block.output.shape}  {block.count_params():6} parameters")
