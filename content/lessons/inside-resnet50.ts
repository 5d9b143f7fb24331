import { defineLesson } from '$lib/lesson/define.ts';

/** Of the network that was looked at; sections are 'stem', 'conv2' … 'conv5', 'head'. */
export interface Result {
  readonly network: string;
  readonly parameters: number;
  readonly macs: number;
  readonly most: { readonly params: string; readonly macs: string };
  /** Of the whole: what those two have, and the work of the one with most parameters. */
  readonly shares: { readonly params: number; readonly macs: number; readonly macsOfMostParams: number };
  readonly convolutions: number;
  readonly projections: number;
  readonly depth: number;
}

const nameOf = (section: string): string => (section.startsWith('conv') ? `${section}_x` : section);
const nameInChinese = (section: string): string =>
  ({ stem: '起始层', head: '分类头' })[section] ?? nameOf(section);

export default defineLesson<Result>({
  needs: 'nothing',
  experiment: () => import('../experiments/inside-resnet50/Experiment.svelte'),
  recorded: null,
  prediction: {
    question: {
      en: 'Which stage of ResNet-50 has the most parameters, and which does the most multiply-adds?',
      zh: 'ResNet-50 的哪个阶段参数最多，哪个阶段乘加最多？',
    },
    options: [
      { en: 'Both: conv5_x, the one with most channels', zh: '都是通道最多的 conv5_x' },
      {
        en: 'Most parameters in conv5_x, most multiply-adds in conv2_x, which has the largest maps',
        zh: '参数最多的是 conv5_x，乘加最多的是特征图最大的 conv2_x',
      },
      {
        en: 'Most parameters in conv5_x, most multiply-adds in conv4_x, which has most blocks',
        zh: '参数最多的是 conv5_x，乘加最多的是块最多的 conv4_x',
      },
      { en: 'Both: conv4_x', zh: '都是 conv4_x' },
      { en: 'Some other answer', zh: '以上都不是' },
    ],
    outcome: ({ most: { params, macs } }) => {
      if (params === 'conv4' && macs === 'conv4') return 3;
      const at = ['conv5', 'conv2', 'conv4'].indexOf(macs);
      return params === 'conv5' && at >= 0 ? at : 4;
    },
  },
  happened: {
    en: (
      { network, parameters, macs, most, shares, convolutions, projections, depth },
      { number, percent },
    ) => [
      `${network} has ${number(parameters)} parameters and takes ${number(macs)} multiply-adds for one picture.`,
      most.params === most.macs
        ? `${nameOf(most.params)} has most of both: ${percent(shares.params, 1)} of the parameters and ${percent(shares.macs, 1)} of the multiply-adds.`
        : `Most parameters are in ${nameOf(most.params)}, ${percent(shares.params, 1)} of them; it does ${percent(shares.macsOfMostParams, 1)} of the multiply-adds. Most of those, ${percent(shares.macs, 1)}, are in ${nameOf(most.macs)}.`,
      `It has ${number(convolutions)} convolutions, of which ${number(projections)} stand on shortcuts; along its longest path are ${number(depth)} layers with weights.`,
    ],
    zh: (
      { network, parameters, macs, most, shares, convolutions, projections, depth },
      { number, percent },
    ) => [
      `${network} 有 ${number(parameters)} 个参数，处理一张图片做 ${number(macs)} 次乘加。`,
      most.params === most.macs
        ? `两样都是 ${nameInChinese(most.params)} 最多：参数占 ${percent(shares.params, 1)}，乘加占 ${percent(shares.macs, 1)}。`
        : `参数最多的是 ${nameInChinese(most.params)}，占 ${percent(shares.params, 1)}，它的乘加占 ${percent(shares.macsOfMostParams, 1)}。乘加最多的是 ${nameInChinese(most.macs)}，占 ${percent(shares.macs, 1)}。`,
      `它有 ${number(convolutions)} 个卷积，其中 ${number(projections)} 个在捷径上；最长的路径上有 ${number(depth)} 个带权重的层。`,
    ],
  },
  questions: [
    {
      id: 'most-work',
      text: {
        en: 'In the network that you looked at last: which stage does the most multiply-adds?',
        zh: '在你最后看的那个网络里，哪个阶段的乘加最多？',
      },
      options: [
        {
          text: { en: 'conv2_x', zh: 'conv2_x' },
          feedback: {
            en: 'It has the largest maps, and for the same number of blocks the same work as a later stage of bottlenecks: channels make up for positions.',
            zh: '它的特征图最大；块数相同的话，它的计算与后面的瓶颈阶段一样多：通道弥补了位置。',
          },
        },
        {
          text: { en: 'conv3_x', zh: 'conv3_x' },
          feedback: {
            en: 'With equal cost per block, what counts is the number of blocks; look at that column.',
            zh: '每块代价相同，要看的就是块数；请看那一列。',
          },
        },
        {
          text: { en: 'conv4_x', zh: 'conv4_x' },
          feedback: {
            en: 'In ResNet-34, ResNet-50, ResNet-101 and ResNet-152 it has the most blocks, and blocks cost the same in every stage.',
            zh: '在 ResNet-34、ResNet-50、ResNet-101 和 ResNet-152 里它的块最多，而每个阶段的块代价相同。',
          },
        },
        {
          text: { en: 'conv5_x', zh: 'conv5_x' },
          feedback: {
            en: 'It has the largest kernels, but in ResNet-50 each of their weights is used at 49 positions only.',
            zh: '它的卷积核最大，但在 ResNet-50 里每个权重只用在 49 个位置上。',
          },
        },
        {
          text: { en: 'The stem or the head', zh: '起始层或分类头' },
          feedback: {
            en: 'The stem is one convolution of three channels, the head one dense layer used once.',
            zh: '起始层只是三个通道上的一个卷积，分类头是只用一次的一个全连接层。',
          },
        },
      ],
      right: ({ most: { macs } }) => {
        const at = ['conv2', 'conv3', 'conv4', 'conv5'].indexOf(macs);
        return at < 0 ? 4 : at;
      },
    },
    {
      id: 'fifty',
      text: {
        en: 'What does the 50 in ResNet-50 count?',
        zh: 'ResNet-50 里的 50 数的是什么？',
      },
      options: [
        {
          text: {
            en: '48 convolutions and two pooling layers',
            zh: '48 个卷积和两个池化层',
          },
          feedback: {
            en: 'The sum is right by accident. Pools have no weights; the stem’s convolution and the dense layer are missing.',
            zh: '和凑巧对了。池化没有权重；而起始层的卷积和全连接层没有数进去。',
          },
        },
        {
          text: { en: 'All 53 convolutions, less three', zh: '53 个卷积，减去三个' },
          feedback: {
            en: 'There are 53 convolutions, but four of them, the projections, are left out, and the dense layer is counted.',
            zh: '卷积确实有 53 个，但不计其中四个投影，而要算上全连接层。',
          },
        },
        {
          text: {
            en: '49 convolutions along the main path and the dense layer',
            zh: '主路上的 49 个卷积和全连接层',
          },
          feedback: {
            en: '1 + 3 · 16 + 1. The projections stand beside the path.',
            zh: '1 + 3 · 16 + 1。投影在路旁，不计入。',
          },
        },
        {
          text: { en: 'Sixteen blocks of three layers, and two pools', zh: '十六个三层的块，加两个池化' },
          feedback: {
            en: 'The sixteen blocks have 48 convolutions; the other two layers are the stem’s convolution and the dense layer.',
            zh: '十六个块有 48 个卷积；另外两层是起始层的卷积和全连接层。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'ratio',
      text: {
        en: 'Two convolutions have the same number of weights. One works on a map of 56 × 56, the other on 14 × 14. How do their multiply-adds compare?',
        zh: '两个卷积的权重一样多。一个输出 56 × 56 的特征图，另一个输出 14 × 14 的。它们的乘加次数之比是多少？',
      },
      options: [
        {
          text: { en: 'They are the same', zh: '一样' },
          feedback: {
            en: 'Only what is stored is the same. Each weight is used once at every position.',
            zh: '一样的只是要存的数。每个权重在每个位置都要用一次。',
          },
        },
        {
          text: { en: 'Four to one', zh: '四比一' },
          feedback: {
            en: 'Four is the ratio of the sides; positions go with its square.',
            zh: '四是边长之比；位置数与它的平方成正比。',
          },
        },
        {
          text: { en: 'Sixteen to one', zh: '十六比一' },
          feedback: {
            en: '3136 positions against 196.',
            zh: '3136 个位置对 196 个。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'field',
      text: {
        en: 'A value has a receptive field of 35 pixels and its neighbours are 4 pixels apart. Behind a 3×3 convolution with stride 1, what is the field?',
        zh: '一个值的感受野是 35 个像素，相邻值的间隔是 4 个像素。经过一个步幅为 1 的 3×3 卷积，感受野是多少？',
      },
      options: [
        {
          text: { en: '37 pixels', zh: '37 个像素' },
          feedback: {
            en: 'The window takes in one more neighbour on each side; but a neighbour is a whole jump of four pixels away.',
            zh: '窗口每边多纳入一个邻居；但一个邻居在四个像素的间隔之外。',
          },
        },
        {
          text: { en: '43 pixels', zh: '43 个像素' },
          feedback: { en: '35 + 2 · 4.', zh: '35 + 2 · 4。' },
        },
        {
          text: { en: '105 pixels', zh: '105 个像素' },
          feedback: {
            en: 'Three fields of 35 pixels overlap almost wholly; they do not stand beside each other.',
            zh: '三个 35 像素的感受野几乎完全重叠，并不是并排放着的。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'tools',
      text: {
        en: 'A tool reports 8.2 billion FLOPs for torchvision’s resnet50; the paper says 3.8 billion. What explains it?',
        zh: '某工具报告 torchvision 的 resnet50 有 82 亿 FLOPs，论文说 38 亿。怎么解释？',
      },
      options: [
        {
          text: { en: 'The tool counts batch norm and ReLU as well', zh: '工具把批归一化和 ReLU 也算进去了' },
          feedback: {
            en: 'Those are under one per cent of the multiply-adds; they cannot double the count.',
            zh: '它们不到乘加的百分之一，不可能使总数翻倍。',
          },
        },
        {
          text: {
            en: 'It counts multiplications and additions separately, and looks at v1.5',
            zh: '它把乘法和加法分开数，看的又是 v1.5',
          },
          feedback: {
            en: 'A factor of two, and 6 % for the stride on the 3×3.',
            zh: '差一个系数二，再加上步幅放在 3×3 上多出的 6 %。',
          },
        },
        {
          text: { en: 'It counts the backward pass', zh: '它把反向传播也算进去了' },
          feedback: {
            en: 'That would be about three times the forward pass, not twice.',
            zh: '那大约会是前向的三倍，而不是两倍。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'keras',
      text: {
        en: 'Keras counts 79,680 parameters more than torchvision. What are they?',
        zh: 'Keras 比 torchvision 多数 79,680 个参数。它们是什么？',
      },
      options: [
        {
          text: { en: 'Biases of the convolutions', zh: '卷积的偏置' },
          feedback: {
            en: 'Those are 26,560, one for each output channel: a third of it.',
            zh: '偏置有 26,560 个，每个输出通道一个：只是三分之一。',
          },
        },
        {
          text: {
            en: 'Biases, and batch norm’s moving means and variances',
            zh: '偏置，以及批归一化的滑动均值和方差',
          },
          feedback: {
            en: '26,560 + 2 · 26,560. The second part is stored by PyTorch too, but not called parameters.',
            zh: '26,560 + 2 · 26,560。后一部分 PyTorch 也存着，只是不叫参数。',
          },
        },
        {
          text: { en: 'A further projection', zh: '多一个投影' },
          feedback: {
            en: 'Both have four projections, and one alone has more weights than that or fewer, never this number.',
            zh: '两者都是四个投影，而且没有哪个投影的权重恰好是这个数。',
          },
        },
      ],
      right: 1,
    },
  ],
  test: {
    before: {
      text: {
        en: 'In a residual network, each stage halves the side of the maps and doubles the channels. What happens to the cost of a bottleneck block from one stage to the next?',
        zh: '在残差网络里，每个阶段把特征图的边长减半、通道数加倍。从一个阶段到下一个阶段，一个瓶颈块的代价怎样变化？',
      },
      options: [
        {
          text: { en: 'Parameters and multiply-adds both grow fourfold', zh: '参数和乘加都变成四倍' },
          feedback: {
            en: 'The parameters do; but each is used at a quarter of the positions.',
            zh: '参数是这样；但每个参数只用在四分之一的位置上。',
          },
        },
        {
          text: {
            en: 'Parameters grow fourfold, multiply-adds stay the same',
            zh: '参数变成四倍，乘加不变',
          },
          feedback: {
            en: 'Four times the weights, a quarter of the positions.',
            zh: '权重四倍，位置四分之一。',
          },
        },
        {
          text: {
            en: 'Parameters stay the same, multiply-adds shrink to a quarter',
            zh: '参数不变，乘加变成四分之一',
          },
          feedback: {
            en: 'That would hold if the channels stayed the same; they double.',
            zh: '通道不变才会这样；而通道加倍了。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'Of two identity blocks of ResNet-50, one stands in conv2_x and one in conv5_x. How do they compare?',
        zh: 'ResNet-50 的两个恒等捷径块，一个在 conv2_x，一个在 conv5_x。两者相比如何？',
      },
      options: [
        {
          text: {
            en: 'The one in conv5_x has 64 times the kernel weights and as many multiply-adds',
            zh: 'conv5_x 里的卷积核权重是 64 倍，乘加一样多',
          },
          feedback: {
            en: 'Eight times the width, so 64 times the weights, at one 64th of the positions.',
            zh: '宽度是八倍，所以权重是 64 倍，而位置是六十四分之一。',
          },
        },
        {
          text: {
            en: 'The one in conv5_x has more of both',
            zh: 'conv5_x 里的两样都更多',
          },
          feedback: {
            en: 'More weights, yes; but it works on maps of 7 × 7 instead of 56 × 56.',
            zh: '权重确实更多；但它在 7 × 7 而不是 56 × 56 的特征图上工作。',
          },
        },
        {
          text: {
            en: 'The one in conv2_x does more, because its maps are larger',
            zh: 'conv2_x 里的乘加更多，因为特征图更大',
          },
          feedback: {
            en: 'Its maps are 64 times as large, but it has one 64th of the weights.',
            zh: '它的特征图是 64 倍，但权重只有六十四分之一。',
          },
        },
      ],
      right: 0,
    },
  },
});
