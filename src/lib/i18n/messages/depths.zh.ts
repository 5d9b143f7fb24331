import type { depths as english } from './depths.en.ts';

export const depths: typeof english = {
  title: '网络越来越深',
  description:
    'He 等（2015）的退化问题：8 至 110 层的普通网络与残差网络的训练误差，各用三个随机种子录制，并列出论文在 CIFAR-10 上的结果。',
  lead: '层数多的网络能做到层数少的网络所做的一切：多出来的层只要把输入原样传下去即可。然而更深的普通网络，恰恰在训练所用的图片上误差更高。这里是长达 1,000 步的训练记录，现场训练要等太久。',
  claim:
    'He 等（2015）第 4.1 节：随着深度增加，准确率先饱和，随后迅速退化；原因不是过拟合，因为训练误差也更高。有了捷径连接，更深的网络反而更好。他们在 ImageNet 上用 18 层和 34 层、在 CIFAR-10 上用 20 至 110 层观察到这一点。',
  expected:
    '8 层时两者几乎没有差别。从 20 层左右开始，同样步数之后，普通网络的误差随深度上升，比残差网络快得多。另一个程序（PyTorch，光栅任务，200 步，一个种子）的结果：56 层普通网络在最后若干批次上答错 62 %，56 层残差网络答错 3 %。',
  may: [
    '同一深度的两个网络从相同的权重出发，以相同的顺序看到相同的批次，训练方法也相同。不同的只有捷径连接（方案 A，本身没有权重）。',
    '升高的是训练误差。光栅和形状任务的每个批次都是全新的，根本无从过拟合。',
    '曲线从哪里开始上扬，取决于任务和步数：换一个步数，看看普通网络是追了上来，还是仍然落后。',
  ],
  mayNot: [
    '不能说普通网络的梯度消失了。有批归一化时并非如此：He 等检查过梯度范数，是正常的；原因他们没有下定论（第 4.1 节），只是猜想深层普通网络的收敛速度呈指数级缓慢。',
    '不能说这是过拟合。过拟合是另一回事，He 等也遇到过：1,202 层的训练误差与 110 层相近，测试误差却更高。',
    '不能说这么深的普通网络无法训练。换一种初始化，没有捷径连接的 10,000 层网络也训练成功过（Xiao 等，2018）。这里用的是残差网络的训练方法。',
    '不能把差距的大小当作定律。这里所有网络共用一个学习率；三个种子并不多；这些网络的宽度只有论文中 CIFAR-10 网络的一半。',
  ],
  sources: [
    {
      text: 'He、Zhang、Ren、Sun，2015，“Deep residual learning for image recognition”：第 4.1、4.2 节，表 2、表 6，图 6。',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'Xiao、Bahri、Sohl-Dickstein、Schoenholz、Pennington，2018，“Dynamical isometry and a mean field theory of CNNs”。',
      url: 'https://arxiv.org/abs/1806.05393',
    },
  ],
  nets: { plain: '普通网络', residual: '残差网络' },
  seeds: (count: number) => `${count} 个种子`,
  chosen: {
    title: '显示内容',
    task: '任务',
    figure: '随深度变化的量',
    after: '训练步数',
    figures: { error: '训练误差', loss: '训练损失', heldOut: '留出图片上的误差' },
    steps: (count: string) => `${count} 步`,
    recipe:
      '第一阶段 8 个卷积核，批归一化，He 初始化，每批 32 张；SGD，学习率 0.05，动量 0.9，卷积核权重衰减 10⁻⁴。捷径连接为方案 A。所有网络用同一套设置。',
    recorded: (runs: number, of: number) =>
      runs === of
        ? `这个任务的 ${of} 次训练已全部录制。`
        : `这个任务的 ${of} 次训练中，已录制 ${runs} 次；尚缺的下面不显示。`,
  },
  overDepth: {
    title: '误差与深度',
    depth: '层数',
    axes: {
      error: '答错的比例，20 步的平均',
      loss: '交叉熵，20 步的平均',
      heldOut: '答错的比例，256 张留出图片',
    },
    chance: '随机猜测',
    none: '这个任务没有录制过这么多步的训练。',
    noneHeldOut: '这个任务没有留出图片：每个批次都是全新的。',
    description: (figure: string, after: string, texts: readonly string[]) =>
      `${after} 步之后${figure}随层数的变化：${texts.join('；')}。`,
    span: (net: string, from: string, low: string, to: string, high: string) =>
      `${net}从 ${from} 层的 ${low} 到 ${to} 层的 ${high}`,
    dots: '每个种子一个小点；连线经过它们的平均值。',
    table: '各深度的误差',
  },
  curves: {
    title: (depth: string) => `训练过程：${depth} 层`,
    depth: '层数',
    smooth: '平滑窗口',
    step: '步',
    axis: '训练批次的交叉熵',
    waiting: '正在获取录制的曲线。',
    none: '这些网络在这个任务上尚未录制。',
    band: '色带的上下沿是各种子中的最高值与最低值。',
    chance: '随机猜测',
    description: (depth: string, texts: readonly string[]) =>
      `${depth} 层网络的训练损失随步数的变化：${texts.join('；')}。`,
    end: (net: string, from: string, to: string) => `${net}从 ${from} 到 ${to}`,
    live: '现在就在这里训练它们',
    table: '每一步的损失',
    again: '重试',
  },
  runs: {
    title: '这个任务的全部训练记录',
    network: '网络',
    seed: '种子',
    params: '权重数',
    steps: '步数',
    loss: '损失',
    error: '训练误差',
    heldOut: '留出误差',
    recorded: '录制日期',
    file: '文件',
    note: (after: string) => `损失与误差：第 ${after} 步之前 20 步训练批次的平均。`,
    fileOf: (name: string) => `训练记录 ${name} 的文件`,
    missing: '尚无',
  },
  published: {
    title: 'He 等在 CIFAR-10 上报告的结果',
    source: 'He 等，2015，表 6 与图 6',
    depth: '层数',
    plain: '普通网络，自图 6 读出',
    residual: '残差网络，表 6',
    axis: '测试误差（%）',
    description:
      'CIFAR-10 测试误差：普通网络从 20 层的约 9.5 % 升到 56 层的约 13.5 %；残差网络从 20 层的 8.75 % 降到 110 层的 6.43 %。',
    note: '这些是测试误差，不是训练误差：论文没有用数字给出训练误差，只在图 6 中画成曲线。普通网络不在任何一张表里，其数值从图 6 读出，约有半个百分点的误差。110 层的普通网络误差高于 60 %，图中没有画出。1,202 层残差网络为 7.93 %，训练误差低于 0.1 %。第一阶段 16 个卷积核，每批 128 张，训练 64,000 步。',
    imageNet:
      'ImageNet（表 2，top-1 误差，10 个裁剪，方案 A）：18 层，普通网络 27.94 %，残差网络 27.88 %；34 层，普通网络 28.54 %，残差网络 25.03 %。',
  },
};
