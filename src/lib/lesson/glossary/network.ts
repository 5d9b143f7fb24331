import type { Entries } from './entry.ts';

/** What a convolutional network is made of. */
export const network = {
  channel: {
    en: {
      term: 'channel',
      definition:
        'One of the maps that lie on top of each other in a layer’s output: a number for every position, telling how strongly one learnt pattern answers there.',
    },
    zh: {
      term: '通道',
      definition: '一层输出中叠在一起的各张图之一：每个位置一个数，表示某种学到的模式在那里响应有多强。',
    },
    lesson: 'what-it-sees',
  },
  convolution: {
    en: {
      term: 'convolution',
      also: ['convolutional layer'],
      definition:
        'A layer that slides small arrays of weights over the map and at every position computes the weighted sum of the values under them; the same weights serve at all positions.',
    },
    zh: {
      term: '卷积',
      also: ['卷积层'],
      definition:
        '让一组小的权重在特征图上滑动，在每个位置对所覆盖的数值求加权和的层；所有位置共用同一组权重。',
    },
    lesson: 'inside-resnet50',
  },
  'dense-layer': {
    en: {
      term: 'dense layer',
      also: ['fully connected layer'],
      definition: 'A layer in which every output is a weighted sum of all inputs, plus a bias.',
    },
    zh: { term: '全连接层', definition: '每个输出都是全部输入的加权和再加上偏置的层。' },
    lesson: 'inside-resnet50',
  },
  'feature-map': {
    en: {
      term: 'feature map',
      also: ['map'],
      definition:
        'The output of a layer for one picture: height × width positions, each with a number for every channel. Often one channel of it is meant.',
    },
    zh: {
      term: '特征图',
      definition: '一层对一张图片的输出：高 × 宽个位置，每个位置上每个通道一个数。也常指其中的一个通道。',
    },
    lesson: 'what-it-sees',
  },
  'global-average-pooling': {
    en: {
      term: 'global average pooling',
      definition:
        'Replacing each channel of a feature map by the mean over all its positions. In ResNet-50 it makes 2048 numbers of 7 × 7 × 2048.',
    },
    zh: {
      term: '全局平均池化',
      definition:
        '把特征图的每个通道用它在所有位置上的平均值代替。在 ResNet-50 中，7 × 7 × 2048 由此变成 2048 个数。',
    },
    lesson: 'inside-resnet50',
  },
  inference: {
    en: { term: 'inference', definition: 'Using a trained network to answer, with its weights fixed.' },
    zh: { term: '推理', definition: '权重固定不变，用训练好的网络给出回答。' },
    lesson: 'normalisation',
  },
  kernel: {
    en: {
      term: 'kernel',
      also: ['filter'],
      definition:
        'The array of weights that a convolution slides over its input; a 3×3 kernel over 64 channels has 3 × 3 × 64 weights and yields one output channel.',
    },
    zh: {
      term: '卷积核',
      also: ['滤波器'],
      definition:
        '卷积在输入上滑动的那组权重；作用于 64 个通道的 3×3 卷积核有 3 × 3 × 64 个权重，产生一个输出通道。',
    },
    lesson: 'inside-resnet50',
  },
  layer: {
    en: {
      term: 'layer',
      definition:
        'One step of a network’s computation. The number in a name such as ResNet-50 counts only layers with weights on the main path: convolutions and the dense layer.',
    },
    zh: {
      term: '层',
      definition: '网络计算中的一步。ResNet-50 这类名称里的数字只数主路上带权重的层：卷积层和全连接层。',
    },
    lesson: 'inside-resnet50',
  },
  mac: {
    en: {
      term: 'multiply-add',
      also: ['MAC', 'multiply-accumulate'],
      definition:
        'One multiplication together with the addition that follows it, the unit in which a network’s cost is counted. Counted separately they make two floating-point operations.',
    },
    zh: {
      term: '乘加',
      also: ['乘加运算', 'MAC'],
      definition: '一次乘法加上随后的一次加法，是计算网络开销的单位；若分开计数，就是两次浮点运算。',
    },
    lesson: 'inside-resnet50',
  },
  'max-pooling': {
    en: {
      term: 'max pooling',
      definition:
        'Keeping, in every small window of each channel, only the largest value; with a stride above one the map gets smaller.',
    },
    zh: {
      term: '最大池化',
      definition: '在每个通道的每个小窗口里只保留最大值；步幅大于一时，特征图随之变小。',
    },
    lesson: 'inside-resnet50',
  },
  padding: {
    en: {
      term: 'padding',
      also: ['zero padding'],
      definition:
        'Zeros set round a map, so that a window can be centred on the border too and the map keeps its size.',
    },
    zh: {
      term: '填充',
      also: ['零填充', '补零'],
      definition: '在特征图四周补上的零，使窗口也能以最边缘的位置为中心，输出保持原来的大小。',
    },
    lesson: 'inside-resnet50',
  },
  parameter: {
    en: {
      term: 'parameter',
      also: ['weight'],
      definition:
        'A number in the network that training sets: kernels, biases, and the scales and shifts of batch normalisation.',
    },
    zh: {
      term: '参数',
      also: ['权重'],
      definition: '网络中由训练确定的数：卷积核、偏置，以及批归一化的缩放和偏移。',
    },
    lesson: 'inside-resnet50',
  },
  'receptive-field': {
    en: {
      term: 'receptive field',
      definition:
        'The square of the input picture that a value of a layer can depend on at all; everything outside it has no influence.',
    },
    zh: {
      term: '感受野',
      definition: '某一层的一个数值所可能依赖的输入图片区域；区域之外的像素对它毫无影响。',
    },
    lesson: 'what-it-sees',
  },
  relu: {
    en: {
      term: 'ReLU',
      also: ['rectified linear unit'],
      definition: 'The function max(0, x): positive values pass, negative ones become zero.',
    },
    zh: { term: 'ReLU', also: ['修正线性单元'], definition: '函数 max(0, x)：正值照样通过，负值变为零。' },
    lesson: 'residual-block',
  },
  stage: {
    en: {
      term: 'stage',
      definition:
        'A run of blocks whose feature maps have one size and one number of channels. Its first block halves the size and widens the channels.',
    },
    zh: {
      term: '阶段',
      definition: '特征图大小和通道数都相同的一串块；通常由第一个块把大小减半、把通道加宽。',
    },
    lesson: 'inside-resnet50',
  },
  stem: {
    en: {
      term: 'stem',
      definition:
        'What comes before the first block: in ResNet-50 a 7×7 convolution with stride 2, batch normalisation, ReLU and a max pooling.',
    },
    zh: {
      term: '起始层',
      also: ['stem'],
      definition:
        '第一个残差块之前的部分：在 ResNet-50 中是步幅为 2 的 7×7 卷积、批归一化、ReLU 和最大池化。',
    },
    lesson: 'inside-resnet50',
  },
  stride: {
    en: {
      term: 'stride',
      definition:
        'How many positions a window moves at a time; with stride 2 the output is half as high and half as wide.',
    },
    zh: {
      term: '步幅',
      also: ['步长'],
      definition: '窗口每次移动的位置数；步幅为 2 时，输出的高和宽都减半。',
    },
    lesson: 'inside-resnet50',
  },
} satisfies Entries;
