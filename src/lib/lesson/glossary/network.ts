import type { Entries } from './entry.ts';

/** What a convolutional network is made of. */
export const network = {
  activation: {
    en: {
      term: 'activation',
      definition:
        'A value that a layer puts out for the picture at hand; unlike a weight it differs from picture to picture.',
    },
    zh: {
      term: '激活值',
      also: ['激活'],
      definition: '某一层对眼前这张图片输出的数值；它与权重不同，随图片而变。',
    },
    lesson: 'what-it-sees',
  },
  'activation-function': {
    en: {
      term: 'activation function',
      also: ['nonlinearity'],
      definition:
        'A function applied to every value on its own, such as ReLU, without which several layers would be no more than one linear layer.',
    },
    zh: {
      term: '激活函数',
      also: ['非线性'],
      definition: '逐个作用于每个数值的函数，如 ReLU；没有它，再多的线性层合起来也只是一个线性层。',
    },
    lesson: 'residual-block',
  },
  'average-pooling': {
    en: {
      term: 'average pooling',
      definition: 'Replacing the values in every small window of a channel by their mean.',
    },
    zh: { term: '平均池化', definition: '把每个通道的每个小窗口里的数值换成它们的平均值。' },
    lesson: 'inside-resnet50',
  },
  bias: {
    en: {
      term: 'bias',
      definition:
        'A number that a layer adds to every output of a channel, whatever the input. Before batch normalisation it has no effect, since the mean is subtracted.',
    },
    zh: {
      term: '偏置',
      definition:
        '不论输入是什么，层都给某个通道的每个输出加上的一个数。放在批归一化之前不起作用，因为均值会被减去。',
    },
    lesson: 'inside-resnet50',
  },
  capacity: {
    en: {
      term: 'capacity',
      definition:
        'How many different functions a network can represent with suitable weights, regardless of whether training finds them.',
    },
    zh: {
      term: '容量',
      also: ['模型容量'],
      definition: '网络配上适当的权重能表示多少不同的函数，不论训练是否找得到。',
    },
    lesson: 'why-depth',
  },
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
  depth: {
    en: { term: 'depth', definition: 'The number of layers with weights on the way from input to output.' },
    zh: { term: '深度', definition: '从输入到输出所经过的带权重的层数。' },
    lesson: 'why-depth',
  },
  downsampling: {
    en: {
      term: 'downsampling',
      definition: 'Making a map smaller, by a stride above one, by pooling, or by leaving positions out.',
    },
    zh: {
      term: '下采样',
      also: ['降采样'],
      definition: '让特征图变小：用大于一的步幅、池化，或直接略去一些位置。',
    },
    lesson: 'inside-resnet50',
  },
  'fan-in': {
    en: {
      term: 'fan-in',
      definition:
        'How many values each output of a layer is a weighted sum of; for a convolution kernel height × width × input channels.',
    },
    zh: {
      term: '扇入',
      also: ['fan-in'],
      definition: '层的每个输出是多少个数值的加权和；对卷积来说，是卷积核的高 × 宽 × 输入通道数。',
    },
    lesson: 'normalisation',
  },
  'feature-map': {
    en: {
      term: 'feature map',
      definition:
        'The output of a layer for one picture: height × width positions, each with a number for every channel. Often one channel of it is meant.',
    },
    zh: {
      term: '特征图',
      definition: '一层对一张图片的输出：高 × 宽个位置，每个位置上每个通道一个数。也常指其中的一个通道。',
    },
    lesson: 'what-it-sees',
  },
  float16: {
    en: {
      term: 'half precision',
      also: ['float16'],
      definition:
        'Numbers kept in sixteen bits, about three significant digits; half the memory of the usual thirty-two.',
    },
    zh: {
      term: '半精度',
      also: ['float16'],
      definition: '用十六位存放一个数，约三位有效数字；所占空间是通常三十二位的一半。',
    },
    lesson: 'inside-resnet50',
  },
  flop: {
    en: {
      term: 'FLOP',
      also: ['floating-point operation'],
      definition:
        'One addition or multiplication of two numbers. Papers often write FLOPs where they mean multiply-adds, which are two each.',
    },
    zh: {
      term: 'FLOP',
      also: ['浮点运算'],
      definition: '两个数的一次加法或乘法。论文里写的 FLOPs 常常其实是乘加次数，而一次乘加是两次浮点运算。',
    },
    lesson: 'inside-resnet50',
  },
  'forward-pass': {
    en: { term: 'forward pass', definition: 'Computing a network’s output, layer by layer, from its input.' },
    zh: { term: '前向传播', definition: '从输入开始逐层计算网络的输出。' },
    lesson: 'inside-resnet50',
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
  graph: {
    en: {
      term: 'computation graph',
      also: ['graph'],
      definition:
        'A network written as nodes, each an operation, and arrows that say whose output goes where.',
    },
    zh: {
      term: '计算图',
      definition: '把网络写成节点和箭头：每个节点是一个运算，箭头表示谁的输出送往哪里。',
    },
    lesson: 'inside-resnet50',
  },
  head: {
    en: {
      term: 'head',
      also: ['classification head'],
      definition: 'The last layers of a network, which make an answer out of its features.',
    },
    zh: { term: '输出头', also: ['分类头'], definition: '网络的最后几层，由特征得出回答。' },
    lesson: 'transfer',
  },
  inference: {
    en: { term: 'inference', definition: 'Using a trained network to answer, with its weights fixed.' },
    zh: { term: '推理', definition: '权重固定不变，用训练好的网络给出回答。' },
    lesson: 'normalisation',
  },
  jump: {
    en: {
      term: 'jump',
      also: ['cumulative stride'],
      definition:
        'How many pixels of the input lie between two neighbouring positions of a layer: the product of all strides before it.',
    },
    zh: {
      term: '间隔',
      also: ['累积步幅'],
      definition: '某一层的两个相邻位置在输入图片上相隔多少像素：它之前所有步幅的乘积。',
    },
    lesson: 'what-it-sees',
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
  'pointwise-convolution': {
    en: {
      term: '1×1 convolution',
      also: ['pointwise convolution'],
      definition: 'A convolution that looks at one position at a time and only mixes channels.',
    },
    zh: { term: '1×1 卷积', also: ['逐点卷积'], definition: '每次只看一个位置、只混合各通道的卷积。' },
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
  shape: {
    en: {
      term: 'shape',
      definition:
        'The numbers of positions and channels of an array, such as 56 × 56 × 256. Two arrays can be added only when their shapes agree.',
    },
    zh: {
      term: '形状',
      definition: '数组在各个方向上的大小，如 56 × 56 × 256。形状一致的两个数组才能相加。',
    },
    lesson: 'residual-block',
  },
  sigmoid: {
    en: {
      term: 'sigmoid',
      definition: 'The function 1 / (1 + e⁻ˣ), which takes any number to one between zero and one.',
    },
    zh: {
      term: 'sigmoid',
      also: ['S 型函数'],
      definition: '函数 1 / (1 + e⁻ˣ)，把任意实数变成零到一之间的数。',
    },
    lesson: 'what-came-after',
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
  tensor: {
    en: {
      term: 'tensor',
      definition:
        'An array of numbers in any number of directions; a feature map is one with height, width and channels.',
    },
    zh: { term: '张量', definition: '在任意多个方向上排列的数组；特征图就是有高、宽和通道三个方向的张量。' },
    lesson: 'residual-block',
  },
  width: {
    en: { term: 'width', definition: 'The number of channels of a network’s layers.' },
    zh: { term: '宽度', also: ['网络宽度'], definition: '网络各层的通道数。' },
    lesson: 'what-came-after',
  },
} satisfies Entries;
