import type { Entries } from './entry.ts';

/** Normalisation, initialisation, and how gradients travel. */
export const signals = {
  autocorrelation: {
    en: {
      term: 'autocorrelation',
      definition:
        'How similar a sequence is to itself shifted by some steps: one for equal, zero for unrelated.',
    },
    zh: { term: '自相关', definition: '一个序列与自身平移若干步之后有多相像：完全一致为一，毫无关系为零。' },
    lesson: 'gradient-flow',
  },
  backpropagation: {
    en: {
      term: 'backpropagation',
      also: ['backward pass'],
      definition:
        'Computing the gradient of the loss for every weight by the chain rule, layer by layer from the output back to the input.',
    },
    zh: { term: '反向传播', definition: '按照链式法则，从输出逐层往回，算出损失对每个权重的梯度。' },
    lesson: 'gradient-flow',
  },
  'batch-normalisation': {
    en: {
      term: 'batch normalisation',
      also: ['batch norm', 'BN'],
      definition:
        'A layer that gives each channel mean 0 and variance 1 over the batch and then scales and shifts it by two learnt numbers, γ and β. At inference stored averages take the place of the batch’s statistics.',
    },
    zh: {
      term: '批归一化',
      also: ['批量归一化', 'BN'],
      definition:
        '让每个通道在一个批次上均值为 0、方差为 1，再用学到的两个数 γ 和 β 缩放和平移的层。推理时，用训练中积累的平均值代替批次的统计量。',
    },
    lesson: 'normalisation',
  },
  'chain-rule': {
    en: {
      term: 'chain rule',
      definition:
        'The derivative of a function of a function is the product of the two derivatives; through many layers it becomes a long product.',
    },
    zh: {
      term: '链式法则',
      definition: '复合函数的导数等于各层函数导数的乘积；穿过许多层，就成了一长串乘积。',
    },
    lesson: 'gradient-flow',
  },
  'cosine-similarity': {
    en: {
      term: 'cosine',
      also: ['cosine similarity'],
      definition:
        'The cosine of the angle between two vectors: one when they point the same way, zero when they are perpendicular, minus one when opposite.',
    },
    zh: {
      term: '余弦相似度',
      also: ['余弦'],
      definition: '两个向量夹角的余弦：同向为一，垂直为零，反向为负一。',
    },
    lesson: 'ensemble-of-paths',
  },
  'dead-channel': {
    en: {
      term: 'dead channel',
      definition:
        'A channel that is zero at every position for every picture, because the ReLU before it never lets anything through; it gets no gradient either.',
    },
    zh: {
      term: '死通道',
      also: ['神经元死亡'],
      definition: '对所有图片、在所有位置都为零的通道：它前面的 ReLU 从不放行任何数值，因而也得不到梯度。',
    },
    lesson: 'gradient-flow',
  },
  'dynamical-isometry': {
    en: {
      term: 'dynamical isometry',
      definition:
        'The state in which the Jacobian from input to output has all its singular values near one, so that no direction of the gradient grows or shrinks.',
    },
    zh: {
      term: '动力等距',
      also: ['动态等距'],
      definition: '从输入到输出的雅可比矩阵，其奇异值都接近一的状态，梯度在任何方向上都不放大也不缩小。',
    },
    lesson: 'gradient-flow',
  },
  epsilon: {
    en: {
      term: 'epsilon',
      also: ['ε'],
      definition:
        'In batch normalisation, the small number added to the variance before the square root, so that nothing is divided by zero.',
    },
    zh: {
      term: 'ε',
      definition: '批归一化中加在方差上、再开平方的一个小数，用来避免除以零。',
    },
    lesson: 'normalisation',
  },
  'exploding-gradient': {
    en: {
      term: 'exploding gradient',
      definition:
        'A gradient that grows by a factor with every layer on its way back, so that after many layers it is too large for any useful step.',
    },
    zh: {
      term: '梯度爆炸',
      definition: '梯度往回传时每过一层就放大若干倍，经过许多层之后大得无法用来更新权重。',
    },
    lesson: 'gradient-flow',
  },
  folding: {
    en: {
      term: 'folding',
      also: ['batch-norm folding'],
      definition:
        'Multiplying the fixed scale and shift that batch normalisation has at inference into the convolution before it, which gives the same values with one operation less.',
    },
    zh: {
      term: '折叠',
      also: ['批归一化折叠'],
      definition: '推理时批归一化只是固定的缩放和平移，可以并入它前面的卷积：数值相同，少一步运算。',
    },
    lesson: 'normalisation',
  },
  'glorot-initialisation': {
    en: {
      term: 'Glorot initialisation',
      also: ['Xavier initialisation'],
      definition:
        'Drawing weights with variance 2 / (fan-in + fan-out). It suits layers without ReLU; with ReLU the signal’s mean square halves at every layer.',
    },
    zh: {
      term: 'Glorot 初始化',
      also: ['Xavier 初始化'],
      definition:
        '按方差 2/(fan-in + fan-out) 随机取初始权重。它适合不带 ReLU 的层；带 ReLU 时，信号的均方值每层减半。',
    },
    lesson: 'normalisation',
  },
  gradient: {
    en: {
      term: 'gradient',
      definition:
        'For each weight, or each activation, how fast the loss changes with it: the vector of all partial derivatives.',
    },
    zh: { term: '梯度', definition: '损失随每个权重（或每个激活值）变化得多快：由全部偏导数组成的向量。' },
    lesson: 'gradient-flow',
  },
  'gradient-clipping': {
    en: {
      term: 'gradient clipping',
      definition:
        'Shortening a gradient that is longer than a set limit to that limit, keeping its direction.',
    },
    zh: { term: '梯度裁剪', definition: '梯度长度超过设定的上限时，保持方向，把它缩短到上限。' },
    lesson: 'training-in-practice',
  },
  'he-initialisation': {
    en: {
      term: 'He initialisation',
      also: ['Kaiming initialisation'],
      definition:
        'Drawing weights with variance 2 / fan-in, which keeps the mean square of the signal unchanged through layers with ReLU.',
    },
    zh: {
      term: 'He 初始化',
      also: ['Kaiming 初始化'],
      definition: '按方差 2/fan-in 随机取初始权重，使信号的均方值在带 ReLU 的各层之间保持不变。',
    },
    lesson: 'normalisation',
  },
  'inference-mode': {
    en: {
      term: 'inference mode',
      also: ['evaluation mode'],
      definition:
        'Batch normalisation with stored means and variances instead of those of the batch at hand, so that a picture’s answer does not depend on the others beside it.',
    },
    zh: {
      term: '推理模式',
      also: ['评估模式'],
      definition:
        '批归一化使用存好的均值和方差，而不是当前批次的统计量，因此一张图片的回答不受同批其他图片影响。',
    },
    lesson: 'normalisation',
  },
  initialisation: {
    en: {
      term: 'initialisation',
      definition:
        'The random weights that a network has before training, and the rule by which they are drawn.',
    },
    zh: { term: '初始化', definition: '网络在训练之前的随机权重，以及抽取这些权重的规则。' },
    lesson: 'normalisation',
  },
  'internal-covariate-shift': {
    en: {
      term: 'internal covariate shift',
      definition:
        'The change of the distribution of a layer’s inputs while the layers before it learn; the reason that batch normalisation was first given, and since disputed.',
    },
    zh: {
      term: '内部协变量偏移',
      definition: '前面各层在学习，后面一层输入的分布随之改变。这是批归一化最初给出的理由，后来受到质疑。',
    },
    lesson: 'normalisation',
  },
  jacobian: {
    en: {
      term: 'Jacobian',
      also: ['Jacobian matrix'],
      definition:
        'The matrix of all partial derivatives of a function with several inputs and outputs; a gradient is multiplied by its transpose on the way back.',
    },
    zh: {
      term: '雅可比矩阵',
      definition: '多输入多输出函数的全部偏导数组成的矩阵；梯度往回传时，要乘以它的转置。',
    },
    lesson: 'gradient-flow',
  },
  'moving-average': {
    en: {
      term: 'moving average',
      also: ['running average'],
      definition:
        'An average kept during training in which each new batch counts a little and older ones fade; batch normalisation uses such means and variances at inference.',
    },
    zh: {
      term: '滑动平均',
      also: ['移动平均'],
      definition:
        '训练中持续更新的平均值：每个新批次占一点权重，旧的逐渐淡出。推理时，批归一化用的就是这样得到的均值和方差。',
    },
    lesson: 'normalisation',
  },
  norm: {
    en: {
      term: 'norm',
      also: ['L2 norm'],
      definition: 'The length of a vector: the square root of the sum of its squared components.',
    },
    zh: { term: '范数', also: ['L2 范数'], definition: '向量的长度：各分量平方和的平方根。' },
    lesson: 'gradient-flow',
  },
  'scale-invariance': {
    en: {
      term: 'scale invariance',
      definition:
        'A layer followed by batch normalisation gives the same output when its weights are all multiplied by a positive number; only their direction counts.',
    },
    zh: {
      term: '尺度不变性',
      definition: '后面接批归一化的层，权重整体乘以一个正数，输出不变；起作用的只是权重的方向。',
    },
    lesson: 'normalisation',
  },
  'shattered-gradient': {
    en: {
      term: 'shattered gradients',
      definition:
        'Gradients at neighbouring inputs that have nothing to do with each other, like white noise, although their size is normal.',
    },
    zh: {
      term: '破碎的梯度',
      also: ['梯度破碎'],
      definition: '相邻输入处的梯度大小正常，彼此却毫无关系，像白噪声一样。',
    },
    lesson: 'gradient-flow',
  },
  'vanishing-gradient': {
    en: {
      term: 'vanishing gradient',
      definition:
        'A gradient that shrinks by a factor with every layer on its way back, so that the first layers hardly learn.',
    },
    zh: {
      term: '梯度消失',
      definition: '梯度往回传时每过一层就缩小若干倍，传到最前面几层时已经小得几乎学不到东西。',
    },
    lesson: 'gradient-flow',
  },
  variance: {
    en: {
      term: 'variance',
      definition:
        'The mean squared distance of values from their mean; its square root is the standard deviation.',
    },
    zh: { term: '方差', definition: '各数值与其平均值之差的平方的平均；开平方就是标准差。' },
    lesson: 'normalisation',
  },
  'white-noise': {
    en: {
      term: 'white noise',
      definition: 'A sequence of values none of which tells anything about the others.',
    },
    zh: { term: '白噪声', definition: '一串彼此毫无关系的数值，知道其中一个，对其余的仍一无所知。' },
    lesson: 'gradient-flow',
  },
} satisfies Entries;
