import type { operations as english } from './operations.en.ts';

export const operations: typeof english = {
  input: {
    short: () => '图片',
    name: () => '图片',
    does: () => '网络收到的图片：按蓝、绿、红的顺序排列，每个通道都减去了训练图片的均值，所以其中会有负值。',
  },
  pad: {
    short: () => '补零',
    name: () => '零填充',
    does: ({ size }) => `在每张特征图四周补 ${size} 圈零，使后面的窗口也能以最边缘的位置为中心。`,
  },
  conv: {
    short: ({ kernel }) => `${kernel}×${kernel}`,
    name: ({ kernel, stride }) => `${kernel} × ${kernel} 卷积${stride > 1 ? `，步幅 ${stride}` : ''}`,
    does: ({ kernel, stride, inChannels, outChannels, inSide, outSide, onShortcut }) => {
      const looks = onShortcut
        ? `把 x 从 ${inChannels} 个通道变为 ${outChannels} 个，与 F 的形状一致，二者才能相加。`
        : kernel === 1
          ? `在每个位置上单独把 ${inChannels} 个通道混合成 ${outChannels} 个，不看相邻位置。`
          : `在${inChannels === 1 ? '唯一的通道' : `全部 ${inChannels} 个通道`}的 ${kernel} × ${kernel} 邻域里寻找 ${outChannels} 种模式。`;
      const moves = `每次移动 ${stride} 个位置：${inSide} × ${inSide} 变为 ${outSide} × ${outSide}。`;
      return stride > 1 ? looks + moves : looks;
    },
  },
  batchNorm: {
    short: () => 'BN',
    name: () => '批归一化',
    does: () =>
      '用训练时定下的数对每个通道平移和缩放：先去掉它在训练图片上的均值和离散程度，再乘以学到的缩放 γ，加上学到的偏移 β。',
  },
  relu: {
    short: () => 'ReLU',
    name: () => 'ReLU',
    does: ({ endsBlock }) =>
      endsBlock ? '保留和中的正值，其余置零。这就是本块的输出，也是下一块的 x。' : '保留正值，其余置零。',
  },
  maxPool: {
    short: () => '最大',
    name: ({ kernel, stride }) => `${kernel} × ${kernel} 最大池化${stride > 1 ? `，步幅 ${stride}` : ''}`,
    does: ({ kernel, stride, inSide, outSide }) =>
      `逐通道取每个 ${kernel} × ${kernel} 邻域里的最大值${
        stride > 1 ? `，每次移动 ${stride} 个位置：${inSide} × ${inSide} 变为 ${outSide} × ${outSide}` : ''
      }。`,
  },
  add: {
    short: () => '+',
    name: () => '相加',
    does: () => '把残差分支得到的 F 与从捷径上直接过来的 x 逐位置、逐通道相加。',
  },
  scale: {
    short: ({ factor, muted }) => (muted > 0 ? '∅' : `×${factor}`),
    name: ({ factor, muted }) => (muted > 0 ? `${muted} 个通道置零` : `缩放 ${factor} 倍`),
    does: ({ factor, muted }) =>
      muted > 0 ? '把选定的通道置为零，其余通道原样传下去。' : `把每个值乘以 ${factor}。`,
  },
  subsample: {
    short: ({ stride }) => `1/${stride}`,
    name: ({ stride }) => `每 ${stride} 个位置取一个`,
    does: ({ stride }) => `每 ${stride} 行、每 ${stride} 列保留一个，其余丢弃；这里没有需要学习的参数。`,
  },
  padChannels: {
    short: () => '+0',
    name: () => '补零通道',
    does: ({ inChannels, outChannels }) =>
      `在后面补上全零的通道，从 ${inChannels} 个补到 ${outChannels} 个，不用学习投影就能让 x 与 F 的形状一致。`,
  },
  globalAvgPool: {
    short: () => '平均',
    name: () => '全局平均池化',
    does: ({ inSide, outChannels }) =>
      `对每张 ${inSide} × ${inSide} 特征图取平均：剩下 ${outChannels} 个数，只说明每种特征有多少，不再说明在哪里。`,
  },
  dense: {
    short: () => '全连接',
    name: () => '全连接层',
    does: ({ inChannels, outChannels }) =>
      `对 ${outChannels} 个类别分别求 ${inChannels} 个特征的加权和，再加上偏置，得到 logit。`,
  },
  softmax: {
    short: () => 'softmax',
    name: () => 'Softmax',
    does: ({ outChannels }) =>
      `把 ${outChannels} 个 logit 变成概率：全为正数，总和为一。logit 高出 1 的类别，概率是另一类的 e ≈ 2.7 倍。`,
  },
  averagePool: {
    short: () => '平均',
    name: ({ kernel, stride }) => `${kernel} × ${kernel} 平均池化${stride > 1 ? `，步幅 ${stride}` : ''}`,
    does: ({ kernel, inSide, outSide }) =>
      `逐通道取每个 ${kernel} × ${kernel} 邻域的平均值：${inSide} × ${inSide} 变为 ${outSide} × ${outSide}，每个位置都算在内。`,
  },
  concat: {
    short: () => '⧺',
    name: () => '拼接',
    does: ({ outChannels }) => `把各输入的通道首尾相接，共 ${outChannels} 个：不相加，原来的特征都留着可读。`,
  },
  multiply: {
    short: () => '×',
    name: () => '逐通道相乘',
    does: () => '每个通道乘以属于它的一个数，各个位置都相同。',
  },
  sigmoid: {
    short: () => 'σ',
    name: () => 'Sigmoid',
    does: () => '把每个数变到 0 与 1 之间：1 / (1 + e^(−x))。',
  },
  gelu: {
    short: () => 'GELU',
    name: () => 'GELU',
    does: () => '每个值乘以“标准正态随机数小于它”的概率，相当于把 ReLU 的拐角磨圆。',
  },
  relu6: {
    short: () => 'ReLU6',
    name: () => 'ReLU6',
    does: () => '负值置零，大于 6 的值取 6。',
  },
  layerNorm: {
    short: () => 'LN',
    name: () => '层归一化',
    does: () => '在每个位置上，把各通道归一到均值 0、方差 1，再用学到的数逐通道缩放和平移。它不需要批次。',
  },
  channelScale: {
    short: () => '×γ',
    name: () => 'LayerScale',
    does: () => '每个通道乘以一个学到的数，初值很小：分支开始时几乎不出声。',
  },
  tokens: {
    short: () => '词元',
    name: () => '词元序列',
    does: () =>
      '把图上的各个位置依次排成一列，前面加一个学到的类别词元，再给每个词元加上一个学到的、表示位置的向量。',
  },
  firstToken: {
    short: () => '类别',
    name: () => '类别词元',
    does: ({ outChannels }) => `只取类别词元的 ${outChannels} 个数，其余丢弃。`,
  },
  attention: {
    short: () => '注意力',
    name: () => '自注意力',
    does: () => '每个词元向所有词元提问，从各词元取来一部分内容；取多少，由双方的内容决定。',
  },
};
