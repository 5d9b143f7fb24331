import type { Entries } from './entry.ts';

/** Residual learning itself. */
export const residual = {
  'basic-block': {
    en: {
      term: 'basic block',
      definition:
        'The residual block of ResNet-18 and ResNet-34: two 3×3 convolutions, each with batch normalisation, round which the shortcut goes.',
    },
    zh: {
      term: '基本块',
      definition: 'ResNet-18 和 ResNet-34 使用的残差块：两个 3×3 卷积，各带批归一化，捷径跨过它们。',
    },
    lesson: 'residual-block',
  },
  bottleneck: {
    en: {
      term: 'bottleneck',
      also: ['bottleneck block'],
      definition:
        'A residual block whose branch narrows the channels with a 1×1 convolution, works on the narrow map with a 3×3 convolution, and widens it again with another 1×1. ResNet-50, 101 and 152 are built from it.',
    },
    zh: {
      term: '瓶颈结构',
      also: ['瓶颈块'],
      definition:
        '一种残差块：先用 1×1 卷积减少通道，在变窄的特征图上做 3×3 卷积，再用 1×1 卷积恢复通道数。ResNet-50、101 和 152 都由它搭成。',
    },
    lesson: 'inside-resnet50',
  },
  'clipped-share': {
    en: {
      term: 'clipped share',
      definition:
        'The share of the values of x + F(x) that are below zero and that the ReLU after the addition therefore sets to zero.',
    },
    zh: { term: '截断比例', definition: 'x + F(x) 中小于零、因而被相加之后的 ReLU 置为零的数值所占的比例。' },
    lesson: 'identity-matters',
  },
  degradation: {
    en: {
      term: 'degradation',
      also: ['degradation problem'],
      definition:
        'Making a plain network deeper makes its error on the training pictures themselves larger, although the deeper network could represent everything that the shallower one does.',
    },
    zh: {
      term: '退化问题',
      also: ['退化'],
      definition:
        '普通网络加深之后，连训练图片上的误差都变大了，尽管较深的网络完全能够表示较浅网络所表示的一切。',
    },
    lesson: 'why-depth',
  },
  'early-exit': {
    en: {
      term: 'early exit',
      definition:
        'Applying the classifier after an earlier block than the last, to see what the network would answer by then.',
    },
    zh: {
      term: '提前分类',
      also: ['早退'],
      definition: '不等最后一个块，在更早的块之后就接上分类器，看网络到那里会怎样回答。',
    },
    lesson: 'ensemble-of-paths',
  },
  ensemble: {
    en: { term: 'ensemble', definition: 'Several networks, trained separately, whose answers are averaged.' },
    zh: { term: '集成', also: ['模型集成'], definition: '把几个分别训练的网络的回答取平均，当作一个回答。' },
    lesson: 'ensemble-of-paths',
  },
  fixup: {
    en: {
      term: 'Fixup',
      definition:
        'An initialisation for residual networks without normalisation: the last layer of each branch starts at zero, the others are made smaller the more blocks there are.',
    },
    zh: {
      term: 'Fixup 初始化',
      also: ['Fixup'],
      definition:
        '供不带归一化的残差网络使用的初始化：每条分支的最后一层从零开始，其余各层随块数增多而缩小。',
    },
    lesson: 'normalisation',
  },
  gate: {
    en: {
      term: 'gate',
      also: ['gating'],
      definition:
        'A factor between zero and one, computed from the signal itself, by which something is multiplied before it goes on.',
    },
    zh: {
      term: '门控',
      also: ['门'],
      definition: '由信号自身算出的、介于零和一之间的系数，信号乘以它之后再往下传。',
    },
    lesson: 'identity-matters',
  },
  'highway-network': {
    en: {
      term: 'highway network',
      definition:
        'A network whose layers mix their result and their input with learnt gates, T·H(x) + (1 − T)·x; it came shortly before ResNet, whose shortcuts have no gate.',
    },
    zh: {
      term: '高速公路网络',
      also: ['Highway 网络'],
      definition:
        '各层用学到的门把运算结果与输入混合，即 T·H(x) + (1 − T)·x；它略早于 ResNet，而 ResNet 的捷径没有门。',
    },
    lesson: 'identity-matters',
  },
  'identity-mapping': {
    en: {
      term: 'identity mapping',
      also: ['identity'],
      definition: 'The function that gives back what it is given: x goes in, x comes out.',
    },
    zh: { term: '恒等映射', also: ['恒等'], definition: '输入什么就输出什么的函数：进来是 x，出去还是 x。' },
    lesson: 'identity-matters',
  },
  'iterative-refinement': {
    en: {
      term: 'iterative refinement',
      also: ['unrolled iterative estimation'],
      definition:
        'The view that the blocks of a stage do not build one representation on the other but improve the same estimate step by step.',
    },
    zh: {
      term: '逐步修正',
      also: ['迭代细化'],
      definition: '一种看法：同一阶段的各块并不是层层建立新的表示，而是一步步改进同一个估计。',
    },
    lesson: 'ensemble-of-paths',
  },
  lesion: {
    en: {
      term: 'lesion experiment',
      also: ['lesion'],
      definition:
        'Taking a part out of a trained network, without training it again, to see how much the answer depended on that part.',
    },
    zh: {
      term: '损毁实验',
      definition: '从训练好的网络里去掉一部分，不再重新训练，看回答在多大程度上依赖这一部分。',
    },
    lesson: 'ensemble-of-paths',
  },
  path: {
    en: {
      term: 'path',
      definition:
        'One way through a residual network that takes either the shortcut or the branch at every block; its length is the number of branches on it.',
    },
    zh: {
      term: '路径',
      definition: '穿过残差网络的一种走法：每经过一个块，走捷径或走残差分支；所经过的分支数就是它的长度。',
    },
    lesson: 'ensemble-of-paths',
  },
  'plain-network': {
    en: {
      term: 'plain network',
      definition:
        'A network whose layers only follow one another, with no shortcuts; here, the counterpart of a residual network with the same layers.',
    },
    zh: {
      term: '普通网络',
      also: ['平原网络'],
      definition: '各层依次相接、没有捷径的网络；在这里，指与某个残差网络层数相同、只是去掉捷径的对照网络。',
    },
    lesson: 'why-depth',
  },
  'post-activation': {
    en: {
      term: 'post-activation',
      also: ['original order', 'ResNet v1'],
      definition:
        'The order of the original ResNet, in which a ReLU follows the addition, so that the shortcuts pass through a ReLU at every block.',
    },
    zh: {
      term: '后激活',
      also: ['ResNet v1', '原始顺序'],
      definition: '最初的 ResNet 的排列方式：相加之后有一个 ReLU，因此捷径在每个块都要经过一次 ReLU。',
    },
    lesson: 'identity-matters',
  },
  'pre-activation': {
    en: {
      term: 'pre-activation',
      also: ['full pre-activation', 'ResNet v2'],
      definition:
        'The order in which batch normalisation and ReLU come before each convolution of the branch and nothing follows the addition, so that the shortcuts form one unbroken identity path.',
    },
    zh: {
      term: '预激活',
      also: ['ResNet v2'],
      definition:
        '把批归一化和 ReLU 放在残差分支的每个卷积之前、相加之后不再做任何运算的排列方式，这样捷径从头到尾连成一条不被打断的恒等通路。',
    },
    lesson: 'identity-matters',
  },
  projection: {
    en: {
      term: 'projection',
      also: ['projection shortcut'],
      definition:
        'A shortcut with a 1×1 convolution on it, used where the block changes the number of channels or the size of the map, so that both addends have the same shape.',
    },
    zh: {
      term: '投影',
      also: ['投影捷径'],
      definition: '带有 1×1 卷积的捷径，用在通道数或特征图大小发生变化的块里，使相加的两项形状一致。',
    },
    lesson: 'identity-matters',
  },
  'residual-block': {
    en: {
      term: 'residual block',
      definition:
        'A few layers F together with a shortcut round them; the output is the sum x + F(x), in the original ResNet followed by a ReLU.',
    },
    zh: {
      term: '残差块',
      definition:
        '由几层运算 F 和一条跨过它们的捷径组成，输出是两者之和 x + F(x)；在最初的 ResNet 里，相加之后还有一个 ReLU。',
    },
    lesson: 'residual-block',
  },
  'residual-branch': {
    en: {
      term: 'residual branch',
      also: ['branch', 'residual function'],
      definition: 'The layers of a residual block that compute F(x), that is, what is added to x.',
    },
    zh: {
      term: '残差分支',
      also: ['残差函数'],
      definition: '残差块中计算 F(x) 的那几层，也就是给 x 加上的那部分。',
    },
    lesson: 'residual-block',
  },
  'residual-learning': {
    en: {
      term: 'residual learning',
      definition:
        'Letting layers learn the difference F(x) = H(x) − x between the wanted output H(x) and the input instead of H(x) itself.',
    },
    zh: {
      term: '残差学习',
      definition: '不让几层网络直接学习想要的输出 H(x)，而是学习它与输入之差 F(x) = H(x) − x。',
    },
    lesson: 'residual-block',
  },
  'residual-network': {
    en: {
      term: 'residual network',
      also: ['ResNet'],
      definition: 'A network made of residual blocks, one after the other.',
    },
    zh: { term: '残差网络', also: ['ResNet'], definition: '由残差块依次相接而成的网络。' },
    lesson: 'residual-block',
  },
  shortcut: {
    en: {
      term: 'shortcut',
      also: ['skip connection', 'shortcut connection'],
      definition: 'The connection that carries a block’s input past its layers to the addition.',
    },
    zh: {
      term: '捷径连接',
      also: ['捷径', '跳跃连接', '残差连接'],
      definition: '把块的输入绕过中间各层、直接送到相加处的连接。',
    },
    lesson: 'residual-block',
  },
  'shortcut-options': {
    en: {
      term: 'shortcut options A, B, C',
      definition:
        'Three ways to carry x past a block: A, the identity, with zeros for new channels; B, a projection only where shapes change; C, projections everywhere. ResNet-50 uses B.',
    },
    zh: {
      term: '捷径的 A、B、C 三种方案',
      definition:
        '让 x 绕过一个块的三种办法：A，恒等映射，新增的通道补零；B，只在形状变化处使用投影；C，处处使用投影。ResNet-50 采用 B。',
    },
    lesson: 'identity-matters',
  },
  skipinit: {
    en: {
      term: 'SkipInit',
      definition:
        'Multiplying each residual branch by a learnt number that starts at zero, in place of normalisation.',
    },
    zh: { term: 'SkipInit', definition: '不用归一化，而是给每条残差分支乘上一个从零开始学习的数。' },
    lesson: 'normalisation',
  },
  'stochastic-depth': {
    en: {
      term: 'stochastic depth',
      also: ['drop path'],
      definition:
        'Leaving out residual branches at random in training, so that a batch meets a shallower network; at inference all branches are used, scaled by how often they were kept.',
    },
    zh: {
      term: '随机深度',
      also: ['DropPath'],
      definition:
        '训练时随机略去一些残差分支，每个批次面对的是较浅的网络；推理时使用全部分支，并按其保留概率缩放。',
    },
    lesson: 'what-came-after',
  },
  'unravelled-view': {
    en: {
      term: 'unravelled view',
      definition:
        'A residual network written out as a sum over paths: at every block the signal takes either the shortcut or the branch, so n blocks give 2ⁿ paths.',
    },
    zh: {
      term: '展开视角',
      also: ['展开图'],
      definition:
        '把残差网络写成所有路径之和：每经过一个块，信号要么走捷径，要么走残差分支，n 个块共有 2ⁿ 条路径。',
    },
    lesson: 'ensemble-of-paths',
  },
  'v1-5': {
    en: {
      term: 'v1 and v1.5',
      also: ['ResNet v1.5'],
      definition:
        'Two versions of ResNet-50 that differ in where a stage halves its map: v1 (the paper, Keras) in the first 1×1 convolution, v1.5 (torchvision) in the 3×3. The weights of one give wrong answers in the other.',
    },
    zh: {
      term: 'v1 与 v1.5',
      also: ['ResNet v1.5'],
      definition:
        'ResNet-50 的两个版本，区别在于阶段开头由哪个卷积把特征图减半：v1（论文、Keras）在第一个 1×1，v1.5（torchvision）在 3×3。把一个版本的权重放进另一个，回答会出错。',
    },
    lesson: 'inside-resnet50',
  },
  'zero-gamma': {
    en: {
      term: 'zero-γ initialisation',
      also: ['zero-init residual'],
      definition:
        'Starting the scale γ of the last batch normalisation of every branch at zero, so that at first each block is the identity (up to the ReLU).',
    },
    zh: {
      term: '零 γ 初始化',
      also: ['零初始化残差'],
      definition: '让每条分支最后一个批归一化的缩放 γ 从零开始，于是一开始每个块（除 ReLU 外）就是恒等映射。',
    },
    lesson: 'normalisation',
  },
} satisfies Entries;
