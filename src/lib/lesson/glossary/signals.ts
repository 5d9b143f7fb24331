import type { Entries } from './entry.ts';

/** Normalisation, initialisation, and how gradients travel. */
export const signals = {
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
  epsilon: {
    en: {
      term: 'epsilon',
      also: ['ε'],
      definition:
        'In batch normalisation, the small number added to the variance before the square root, so that nothing is divided by zero.',
    },
    zh: {
      term: 'ε',
      also: ['epsilon'],
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
  gradient: {
    en: {
      term: 'gradient',
      definition:
        'For each weight, or each activation, how fast the loss changes with it: the vector of all partial derivatives.',
    },
    zh: { term: '梯度', definition: '损失随每个权重（或每个激活值）变化得多快：由全部偏导数组成的向量。' },
    lesson: 'gradient-flow',
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
  initialisation: {
    en: {
      term: 'initialisation',
      definition:
        'The random weights that a network has before training, and the rule by which they are drawn.',
    },
    zh: { term: '初始化', definition: '网络在训练之前的随机权重，以及抽取这些权重的规则。' },
    lesson: 'normalisation',
  },
  'moving-average': {
    en: {
      term: 'moving average',
      also: ['running average'],
      definition:
        'An average kept during training in which each new batch counts a little and older ones fade; batch normalisation uses such means and variances at inference.',
    },
    zh: {
      term: '移动平均',
      also: ['滑动平均'],
      definition:
        '训练中持续更新的平均值：每个新批次占一点权重，旧的逐渐淡出。推理时，批归一化用的就是这样得到的均值和方差。',
    },
    lesson: 'normalisation',
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
} satisfies Entries;
