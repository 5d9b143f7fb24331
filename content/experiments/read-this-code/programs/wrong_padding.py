"""ResNet's first convolution, carried over from PyTorch to Keras with its weights."""

import keras
import torch
from keras import layers

torch.manual_seed(0)
original = torch.nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)

x = inputs = keras.Input((224, 224, 3))
x = layers.Conv2D(64, 7, strides=2, padding="same", use_bias=False, name="conv1")(x)
port = keras.Model(inputs, x)
port.get_layer("conv1").set_weights([original.weight.detach().numpy().transpose(2, 3, 1, 0)])

pictures = torch.rand(2, 3, 224, 224)
wanted = original(pictures).detach().numpy()
given = port.predict(pictures.numpy().transpose(0, 2, 3, 1), verbose=0).transpose(0, 3, 1, 2)
print("shapes", wanted.shape, given.shape)
print(f"largest difference {abs(given - wanted).max():.6f}, largest value {abs(wanted).max():.2f}")
