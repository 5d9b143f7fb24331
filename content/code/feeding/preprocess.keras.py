import numpy as np
from keras.applications.resnet50 import preprocess_input

pixel = np.array([[[[200.0, 100.0, 50.0]]]], dtype="float32")  # red, green, blue

right = preprocess_input(pixel.copy())
print(right.round(3).tolist())  # [[[[-53.939, -16.779, 76.32]]]]

# Divided first: it does not look at the range, and the picture is nearly black.
dark = preprocess_input(pixel.copy() / 255)
print(dark.round(3).tolist())  # [[[[-103.743, -116.387, -122.896]]]]

# Divided only, as by rescale=1./255: nearly zero, the even average colour.
grey = pixel / 255
print(grey.round(3).tolist())  # [[[[0.784, 0.392, 0.196]]]]

# In a generator of pictures, the function goes where rescale would:
# ImageDataGenerator(preprocessing_function=preprocess_input), without rescale.
