import type { Entries } from './entry.ts';

/** Residual learning itself. */
export const residual = {
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
  'identity-mapping': {
    en: {
      term: 'identity mapping',
      also: ['identity'],
      definition: 'The function that gives back what it is given: x goes in, x comes out.',
    },
    zh: { term: '恒等映射', also: ['恒等'], definition: '输入什么就输出什么的函数：进来是 x，出去还是 x。' },
    lesson: 'identity-matters',
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
  ensemble: {
    en: { term: 'ensemble', definition: 'Several networks, trained separately, whose answers are averaged.' },
    zh: { term: '集成', also: ['模型集成'], definition: '把几个分别训练的网络的回答取平均，当作一个回答。' },
    lesson: 'ensemble-of-paths',
  },
} satisfies Entries;
