import keras
from keras import ops

# weights="imagenet" fetches the trained ones (102 MB); the arithmetic is the same without.
net = keras.applications.ResNet50(weights=None, classifier_activation=None)
net.trainable = False
reader = keras.Model(net.input, [net.get_layer("conv5_block3_out").output, net.output])
kernel, bias = net.get_layer("predictions").weights

# For trained weights: keras.applications.resnet50.preprocess_input(rgb), rgb from 0 to 255.
picture = keras.random.normal((1, 224, 224, 3), seed=0)
target = 285

maps, logits = reader(picture, training=False)  # [1, 7, 7, 2048] and [1, 1000]
cam = ops.einsum("hwk,k->hw", maps[0], kernel[:, target])
print("mean + bias", float(ops.mean(cam) + bias[target]))
print("logit      ", float(logits[0, target]))
print("largest at place", divmod(int(ops.argmax(ops.reshape(cam, -1))), 7), "= pixel 32 times that")
