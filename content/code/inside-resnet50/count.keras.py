import math

import keras


def size(weights):
    return sum(math.prod(weight.shape) for weight in weights)


model = keras.applications.ResNet50(weights=None)
convolutions = [layer for layer in model.layers if isinstance(layer, keras.layers.Conv2D)]
projections = [layer for layer in convolutions if layer.name.endswith("_0_conv")]
norms = [layer for layer in model.layers if isinstance(layer, keras.layers.BatchNormalization)]

multiply_adds = size([model.layers[-1].kernel])
for layer in convolutions:
    height, width, _ = layer.output.shape[1:]
    multiply_adds += size([layer.kernel]) * height * width

biases = size(layer.bias for layer in convolutions)
statistics = size([w for layer in norms for w in (layer.moving_mean, layer.moving_variance)])
print(f"{len(convolutions)} convolutions, {len(projections)} of them projections")
print(f"parameters          {model.count_params():,}")
print(f"  trainable         {size(model.trainable_weights):,}")
print(f"  biases            {biases:,}")
print(f"  statistics        {statistics:,}")
print(f"without these two   {model.count_params() - biases - statistics:,}")
print(f"multiply-adds       {multiply_adds:,}")
