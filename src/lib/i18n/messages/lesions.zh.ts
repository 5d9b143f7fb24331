import type { lesions as english } from './lesions.en.ts';

export const lesions: typeof english = {
  title: '损毁实验：少了一个块会怎样？',
  description:
    '从训练好的 ResNet-50 里去掉残差块：去掉一个、随机去掉几个，或让两个互换位置，看它的回答变成什么；旁边是一个同样失去块的普通网络。',
  lead: '去掉一个残差块的残差分支，信号仍可沿捷径连接通过。这里把训练好的 ResNet-50 的十六个块逐个去掉，再一次去掉几个，再让两个互换位置，都不重新训练。普通网络没有这样的旁路：这里也训练一个小的，让它同样失去块。',
  claim:
    'Veit、Wilber 和 Belongie（2016）从训练好的网络里去掉单个块。VGG 没有捷径连接，缺了任何一层，错误率都升到接近随机猜测；而在 110 层的 ResNet 里，除了每个阶段开头的块，缺一个几乎没有影响。去掉的块越多，或顺序打得越乱，错误率也只是平缓上升。',
  expected:
    'ResNet-50 只有 16 个块，而不是 54 个，我们没有找到可以直接对照的公开数据；在你运行之前，显示的是在这里用示例图片记录的结果。两个小网络另有一次独立的 PyTorch 运行可以对照：20 层的残差网络去掉第一个块后正确率为 0.25，从第四个块起，去掉任何一个仍在 0.95 以上；普通网络无论缺哪一个，都不超过 0.28。随机猜测是 0.125。',
  may: [
    '在其余部分保持训练后原样的条件下，这个网络对这些图片的回答在多大程度上依赖每个块。',
    '块越去越多时，这里的残差网络逐步失去能力，小的普通网络多半一下子就不行了：捷径连接是一条旁路，普通网络没有。',
    '同一阶段的块工作在同一个特征空间里：两个块互换位置，回答常常不变。',
  ],
  mayNot: [
    '不能因为去掉后变化很小，就说这个块多余：训练时它一直在那里，没有它训练出来的会是另一个网络。',
    '不能说靠前的块也是冗余的。浅的网络里并非如此：最前面的块对信号改动最大（Jastrzębski 等，2018），而每个阶段只有三到六个块的 ResNet-50 就算浅的。',
    '不能把全部损失都算作这个块所学到的东西。批归一化的统计量没有重新计算，后面的层遇到的信号，尺度和训练时不同。',
    '不能照柱子的高度评价每个阶段开头的块：去掉的只是残差分支，投影和它后面的批归一化都留着，否则形状对不上。',
    '不能说 ResNet 就是 2ⁿ 个独立网络的集成。那只是类比：所有路径共享权重，每个分支的输出又取决于它前面的一切。',
    '不能由此谈论 ImageNet 上的准确率。十六张图片太少，而且这里的“对”指完整网络自己的回答，不是标签。',
    '不能推及任意一对小网络：这里只是用一个随机种子训练的一对，换一个种子，数值就会不同，不妨多试几个。',
  ],
  sources: {
    veit: 'Veit、Wilber、Belongie，2016：Residual Networks Behave Like Ensembles of Relatively Shallow Networks，第 4 节',
    greff:
      'Greff、Srivastava、Schmidhuber，2017：Highway and Residual Networks Learn Unrolled Iterative Estimation',
    jastrzebski: 'Jastrzębski 等，2018：Residual Connections Encourage Iterative Inference',
  },
  choices: {
    title: '图片与指标',
    over: '图片',
    overs: { picture: '上面这张图片', samples: '全部示例', own: '自己的几张图片' },
    pick: '选择图片',
    picked: (count) => (count === 0 ? '还没有选择。' : `已选 ${count} 张。`),
    stays: '图片不会离开你的设备。',
    measure: '显示什么',
    measures: { probability: '概率的变化', logarithm: '概率对数的变化', kept: '首位类别不变的图片' },
    target: '跟踪的类别',
    top: '每张图片的首位类别',
    targetNote: '不另选时，对每张图片，跟踪的是完整网络认为最可能的那个类别。',
    unusable: (count) => `有 ${count} 张图片不能使用：`,
  },
  axis: {
    probability: '该类别概率的变化',
    logarithm: '该类别概率的自然对数的变化',
    kept: '首位类别不变的图片所占比例',
    block: '去掉的块',
    count: '去掉的块数',
  },
  base: (percent, count) =>
    count === 1 ? `完整网络给这个类别的概率是 ${percent}。` : `完整网络给所跟踪类别的概率平均为 ${percent}。`,
  notYet: '既没有在这里运行过，也没有记录：运行后即可看到。',
  mean: (count) => (count === 1 ? '一张图片' : `${count} 张图片的平均`),
  bars: (count, dots) =>
    count === 1
      ? '只有一张图片，没有误差线。'
      : `误差线：${count} 张图片平均值的标准误。${dots ? '小点：每张图片。' : ''}`,
  guess: {
    title: '先猜一猜',
    question: '单独去掉哪个块，回答受损最大？先选一个，再看结果。',
    block: (id) => `块 ${id}`,
    show: '不猜，直接看',
    yours: (id) => `你的猜测：${id}。`,
    right: (id) => `你选了 ${id}，受损最大的正是它。`,
    wrong: (id, rank, worst) => `你选了 ${id}，它在 16 个块里排第 ${rank}；受损最大的是 ${worst}。`,
    change: '重新猜',
  },
  single: {
    title: '一次去掉一个块',
    intro: '每根柱子是一个缺了该块残差分支的网络。',
    describe: (count, worst, least) =>
      `16 个块各一根柱子，取自 ${count} 张图片：${worst} 受损最大，${least} 最小。`,
  },
  removals: {
    title: '去掉的块越来越多',
    intro: '每次抽取都把所有块排成随机顺序，再一个接一个去掉；各阶段的块机会均等。',
    most: '最多去掉几个',
    draws: '抽取次数',
    seed: '随机种子',
    another: '换一个种子',
    settings: (draws, seed) => `抽取 ${draws} 次，种子 ${seed}`,
    name: '各次抽取的平均',
    band: (draws) =>
      draws === 1
        ? '只抽取一次，没有离散程度。'
        : `色带：${draws} 次抽取之间（各取图片平均）的标准差。小点：每次抽取。`,
    describe: (most, value) => `从不去掉到去掉 ${most} 个块的折线，终点平均为 ${value}。`,
  },
  swaps: {
    title: '互换位置的块',
    intro:
      '同一阶段的两个块，权重不变，互换位置：形状合适的全部 15 对。每个阶段的第一个块会改变形状，只能留在原处。',
    pair: '一对',
    change: '平均',
    error: '标准误',
    kept: '首位类别不变',
    of: (kept, count) => `${kept} / ${count}`,
  },
  plain: {
    title: '对照：普通网络',
    intro:
      '两个 20 层、宽 8 的网络，从相同的权重开始，用相同的带噪光栅学习分辨方向；一个有捷径连接（A 方案），一个没有。然后逐个去掉九个块，让它们给 512 个没见过的光栅分类。普通网络缺了一个块时，由该块的输入直接顶替。',
    steps: '训练步数',
    seed: '随机种子',
    networks: { residual: '残差网络', plain: '普通网络' },
    axis: '正确率',
    block: '去掉的块',
    whole: '无',
    chance: '随机猜测',
    training: (network, loss) => `${network}：训练中，损失 ${loss}`,
    testing: (network) => `${network}：逐个去掉块`,
    describe: (residual, plain) =>
      `完整网络和缺每个块时各有两根柱子。完整时残差网络的正确率为 ${residual}，普通网络为 ${plain}。`,
    time: '训练两个网络，在两个处理器核心上大约需要一分钟。',
  },
  tables: { effects: '每张图片、每种损毁', networks: '两个网络' },
};
