import keras
from keras import layers

names = ["conv2_block3_out", "conv3_block4_out", "conv4_block6_out", "conv5_block3_out"]
# weights="imagenet" fetches the trained ones; the shape may be any multiple of 32.
body = keras.applications.ResNet50(weights=None, include_top=False, input_shape=(224, 224, 3))
maps = [body.get_layer(name).output for name in names]

merged = [layers.Conv2D(256, 1, name=f"lateral{i + 2}")(c) for i, c in enumerate(maps)]
for level in (2, 1, 0):  # from the coarsest down
    above = layers.UpSampling2D(2, interpolation="nearest")(merged[level + 1])
    merged[level] = layers.Add()([merged[level], above])
outputs = [layers.Conv2D(256, 3, padding="same", name=f"P{i + 2}")(m) for i, m in enumerate(merged)]

pyramid = keras.Model(body.input, outputs)
for c, p in zip(maps, outputs):
    print(c.shape, "->", p.shape)
print("parameters on top:", pyramid.count_params() - body.count_params())
