import type { Entries } from './entry.ts';

/** What came after ResNet, and what it is compared with. */
export const after = {
  attention: {
    en: {
      term: 'attention',
      also: ['self-attention'],
      definition:
        'An operation in which every position takes a weighted mean of values from all positions, the weights computed from the positions’ contents.',
    },
    zh: {
      term: '注意力',
      also: ['自注意力'],
      definition: '每个位置都对所有位置的数值取加权平均的运算，权重由各位置的内容算出。',
    },
    lesson: 'what-came-after',
  },
  cardinality: {
    en: {
      term: 'cardinality',
      definition:
        'In ResNeXt, the number of parallel groups into which the 3×3 convolution of a block is split.',
    },
    zh: {
      term: '基数',
      also: ['cardinality'],
      definition: '在 ResNeXt 中，块里的 3×3 卷积分成多少个并行的组。',
    },
    lesson: 'what-came-after',
  },
  concatenation: {
    en: {
      term: 'concatenation',
      definition:
        'Setting the channels of two maps side by side instead of adding them; DenseNet and U-Net do so.',
    },
    zh: {
      term: '拼接',
      also: ['通道拼接'],
      definition: '把两张特征图的通道并排放在一起，而不是相加；DenseNet 和 U-Net 这样做。',
    },
    lesson: 'what-came-after',
  },
  convnext: {
    en: {
      term: 'ConvNeXt',
      definition:
        'A convolutional network of 2022, made from ResNet by taking over the transformer’s habits one at a time: large depthwise kernels, fewer activations and norms, inverted bottlenecks.',
    },
    zh: {
      term: 'ConvNeXt',
      definition:
        '2022 年的卷积网络：从 ResNet 出发，逐项采用 Transformer 的做法，如大的逐通道卷积核、更少的激活与归一化、倒置瓶颈。',
    },
    lesson: 'what-came-after',
  },
  densenet: {
    en: {
      term: 'DenseNet',
      definition:
        'A network in which each layer receives the channels of all earlier layers of its stage, set side by side.',
    },
    zh: {
      term: 'DenseNet',
      also: ['稠密连接网络'],
      definition: '每一层都接收同一阶段里前面所有层的通道、把它们并排放在一起的网络。',
    },
    lesson: 'what-came-after',
  },
  'depthwise-convolution': {
    en: {
      term: 'depthwise convolution',
      definition: 'A convolution in which each channel has its own kernel and channels are not mixed.',
    },
    zh: {
      term: '逐通道卷积',
      also: ['深度卷积'],
      definition: '每个通道各用自己的卷积核、通道之间不混合的卷积。',
    },
    lesson: 'what-came-after',
  },
  'dilated-convolution': {
    en: {
      term: 'dilated convolution',
      also: ['atrous convolution'],
      definition:
        'A convolution whose kernel has gaps, so that it reaches further with the same weights and without making the map smaller.',
    },
    zh: {
      term: '空洞卷积',
      also: ['膨胀卷积'],
      definition: '卷积核的各个权重之间留有空隙，权重不增加、特征图不缩小，看得却更远。',
    },
    lesson: 'backbone',
  },
  'euler-step': {
    en: {
      term: 'Euler step',
      definition:
        'Following a differential equation by going a short way along the present slope, x + h·f(x); a residual block has the same form.',
    },
    zh: {
      term: '欧拉步',
      also: ['欧拉法'],
      definition: '沿当前的斜率走一小步来跟随微分方程，即 x + h·f(x)；残差块与它形式相同。',
    },
    lesson: 'ensemble-of-paths',
  },
  gelu: {
    en: {
      term: 'GELU',
      definition:
        'An activation function like ReLU with a smooth bend: x times the probability that a standard normal number is below x.',
    },
    zh: { term: 'GELU', definition: '与 ReLU 相似、弯折处平滑的激活函数：x 乘以标准正态变量小于 x 的概率。' },
    lesson: 'what-came-after',
  },
  'grouped-convolution': {
    en: {
      term: 'grouped convolution',
      definition:
        'A convolution whose channels are split into groups that do not see each other; with g groups it has one g-th of the weights.',
    },
    zh: {
      term: '分组卷积',
      definition: '把通道分成互不相通的几组分别做的卷积；分成 g 组，权重就只有原来的 1/g。',
    },
    lesson: 'what-came-after',
  },
  'growth-rate': {
    en: { term: 'growth rate', definition: 'In DenseNet, how many channels each layer adds.' },
    zh: { term: '增长率', definition: '在 DenseNet 中，每一层新增多少个通道。' },
    lesson: 'what-came-after',
  },
  'inverted-bottleneck': {
    en: {
      term: 'inverted bottleneck',
      also: ['inverted residual'],
      definition:
        'A block that widens the channels, works on the wide map, and narrows them again; its shortcut joins the narrow ends.',
    },
    zh: {
      term: '倒置瓶颈',
      also: ['倒残差'],
      definition: '先加宽通道、在宽的特征图上运算、再收窄的块；捷径连接窄的两端。',
    },
    lesson: 'what-came-after',
  },
  'layer-normalisation': {
    en: {
      term: 'layer normalisation',
      also: ['layer norm'],
      definition:
        'Giving the values of one example (or one position) mean 0 and variance 1, independently of the batch.',
    },
    zh: {
      term: '层归一化',
      also: ['LayerNorm'],
      definition: '让单个样本（或单个位置）的各数值均值为 0、方差为 1，与批次无关。',
    },
    lesson: 'what-came-after',
  },
  'layer-scale': {
    en: {
      term: 'LayerScale',
      definition: 'A learnt factor for each channel at the end of a branch, starting near zero.',
    },
    zh: {
      term: 'LayerScale',
      also: ['层缩放'],
      definition: '分支末尾给每个通道乘上的可学习系数，从接近零开始。',
    },
    lesson: 'what-came-after',
  },
  'normaliser-free': {
    en: {
      term: 'normaliser-free network',
      also: ['NFNet'],
      definition:
        'A residual network without normalisation layers, which keeps its signals in range by scaled branches, standardised weights and clipped gradients.',
    },
    zh: {
      term: '无归一化网络',
      also: ['NFNet'],
      definition: '不用归一化层的残差网络，靠缩放分支、标准化权重和裁剪梯度，使信号保持在合适的范围。',
    },
    lesson: 'what-came-after',
  },
  'rank-collapse': {
    en: {
      term: 'rank collapse',
      definition:
        'All positions, or all inputs, coming to have the same features as a signal goes through many layers.',
    },
    zh: { term: '秩坍缩', definition: '信号经过许多层之后，所有位置（或所有输入）的特征都变得一样。' },
    lesson: 'what-came-after',
  },
  'residual-stream': {
    en: {
      term: 'residual stream',
      definition:
        'In a transformer, the sum that runs from the first to the last block and to which every attention and every MLP adds its part.',
    },
    zh: {
      term: '残差流',
      definition: 'Transformer 中从第一块贯穿到最后一块的那个和，每个注意力和每个 MLP 都往上加一份。',
    },
    lesson: 'what-came-after',
  },
  'resnet-d': {
    en: {
      term: 'ResNet-D',
      definition:
        'A variant in which the shortcut of a stage’s first block averages 2 × 2 positions before its 1×1 convolution instead of throwing three quarters of them away.',
    },
    zh: {
      term: 'ResNet-D',
      definition:
        '一种变体：阶段第一个块的捷径先对 2 × 2 个位置取平均再做 1×1 卷积，而不是丢掉四分之三的位置。',
    },
    lesson: 'what-came-after',
  },
  resnext: {
    en: {
      term: 'ResNeXt',
      definition: 'A ResNet whose 3×3 convolutions are grouped and wider for it, at the same cost.',
    },
    zh: { term: 'ResNeXt', definition: '把 3×3 卷积改为分组卷积、并相应加宽而开销不变的 ResNet。' },
    lesson: 'what-came-after',
  },
  'squeeze-and-excitation': {
    en: {
      term: 'squeeze-and-excitation',
      also: ['SE'],
      definition:
        'A small module that averages each channel over all positions, computes from these means a factor between zero and one per channel, and multiplies the channels by them.',
    },
    zh: {
      term: '压缩与激励',
      also: ['SE 模块'],
      definition:
        '一个小模块：先对每个通道在所有位置上取平均，再由这些平均值给每个通道算出零到一之间的系数，乘回各通道。',
    },
    lesson: 'what-came-after',
  },
  token: {
    en: {
      term: 'token',
      definition: 'One of the vectors that a transformer works on; for pictures it stands for a patch.',
    },
    zh: {
      term: '词元',
      also: ['token'],
      definition: 'Transformer 所处理的一个个向量；用于图片时，一个向量代表一小块图。',
    },
    lesson: 'what-came-after',
  },
  transformer: {
    en: {
      term: 'transformer',
      definition: 'A network of alternating attention and per-position MLPs, each with a shortcut round it.',
    },
    zh: { term: 'Transformer', definition: '注意力与逐位置的 MLP 交替相接、每个外面都有捷径的网络。' },
    lesson: 'what-came-after',
  },
  'u-net': {
    en: {
      term: 'U-Net',
      definition:
        'A network that first makes its maps smaller and then larger again, and sets the early maps of each size beside the late ones.',
    },
    zh: {
      term: 'U-Net',
      definition: '先把特征图逐步缩小、再逐步放大，并把前后同样大小的特征图拼接在一起的网络。',
    },
    lesson: 'what-came-after',
  },
  'wide-resnet': {
    en: { term: 'Wide ResNet', also: ['WRN'], definition: 'A ResNet with fewer but wider layers.' },
    zh: { term: '宽残差网络', also: ['Wide ResNet', 'WRN'], definition: '层数较少而通道较多的 ResNet。' },
    lesson: 'what-came-after',
  },
} satisfies Entries;
