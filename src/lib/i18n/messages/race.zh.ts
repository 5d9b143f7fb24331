import type { race as english } from './race.en.ts';

export const race: typeof english = {
  title: '普通网络与残差网络：并排训练',
  description:
    '在浏览器里并排训练一个普通网络和一个残差网络：批次相同，初始权重相同，除捷径连接外毫无差别。更深的普通网络，训练误差反而更高。',
  lead: '这里的网络只差捷径连接，别无不同，此刻就在本机训练：批次相同、顺序相同，从同样的初始权重出发。哪一个学得会？',
  claim:
    '退化现象（He 等，2015）：普通网络越深，训练误差越高，尽管深的网络只要把多出来的层变成恒等映射，就能做到浅的网络所做的一切。这不是过拟合，因为训练数据本身的误差就更高。加上捷径连接，深的网络就能训练得和浅的一样好。',
  expected:
    '光栅任务，第一阶段 8 个滤波器，200 步，单个种子，PyTorch 的结果：最后 20 步的准确率，8 层时普通与残差网络都是 1.00；20 层时普通 0.77，残差 1.00；56 层时普通 0.38，残差 0.97。种子之间有波动：普通网络约 ± 0.15，残差网络约 ± 0.03；20 层普通网络取十二个种子，PyTorch 的均值是 0.83，这里是 0.87。随机猜测为 0.125。',
  may: [
    '在这个任务、这套训练设置下，更深的普通网络训练损失高于较浅的，而同样深度的残差网络没有这个问题：退化是优化上的失败。',
    '光栅与形状任务的每个批次都是新的：没有一张图会出现两次，所以这里看到的不可能是过拟合。',
    '凡是形状相同的张量，各网络的初始权重都相同；采用选项 A 时连参数数目也相同。之后的差别只能来自捷径连接。',
  ],
  mayNot: [
    '不能说普通网络里梯度消失了。He 等（2015，第 4.1 节）验证过，有批归一化时梯度并不消失，原因则留作未解；下方各层的数值会显示这里的情形。',
    '不能说很深的普通网络根本无法训练：换一种初始化、格外小心，就可以（Xiao 等，2018：一万层）。',
    '不能推断别处的差距有多大。这里是小网络、短训练、容易的图片；在 ImageNet 上，18 层的普通网络与残差网络结果相同（错误率 27.94% 与 27.88%：He 等，2015，表 2）。',
    '不能从单个种子得出多少结论：差别较小时，请多用几个种子。',
  ],
  sources: [
    {
      text: 'He、Zhang、Ren、Sun，2015，“Deep residual learning for image recognition”，第 1、4.1、4.2 节，图 1、4、6。',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'Goyal 等，2017，“Accurate, large minibatch SGD”：学习率预热，以及 γ 置零。',
      url: 'https://arxiv.org/abs/1706.02677',
    },
    {
      text: 'Zagoruyko、Komodakis，2016，“Wide residual networks”：以宽度代替深度。',
      url: 'https://arxiv.org/abs/1605.07146',
    },
    {
      text: 'Xiao 等，2018，“Dynamical isometry and a mean field theory of CNNs”：一万层的普通网络。',
      url: 'https://arxiv.org/abs/1806.05393',
    },
  ],

  name: {
    nets: { plain: '普通', residual: '残差' },
    layers: (net, depth) => `${net} ${depth} 层`,
    details: (network, details) => [network, ...details].join('，'),
    optionB: '选项 B',
    noNorm: '无归一化',
    inits: { he: 'He', glorot: 'Glorot', pytorch: 'PyTorch 默认' },
    zeroGamma: 'γ 置零',
    width: (width) => `宽 ${width}`,
  },

  run: {
    title: '比赛',
    preset: '示例',
    ownPreset: '自定义',
    run: '运行',
    continue: '继续',
    again: '从头运行',
    more: (steps) => `再训练 ${steps} 步`,
    pause: '暂停',
    pausing: '正在暂停 …',
    one: '走一步',
    rewind: '倒回起点',
    rewound: '已回到同样的初始权重，同样的批次会按同样的顺序再来一遍。',
    task: '正在准备图片',
    opening: '正在构建网络',
    progress: (step, all) => `第 ${step} 步，共 ${all} 步`,
    pace: (perSecond) => `每秒 ${perSecond} 步`,
    left: (time) => `还需约 ${time}`,
    seconds: (seconds) => `${seconds} 秒`,
    minutes: (minutes) => `${minutes} 分钟`,
    lost: '负责计算的线程已重新启动，其中的网络随之消失，只剩下这些曲线。下一次运行会从同样的初始权重重新开始。',
    needsFiles: '这个任务需要你自己的文件：请在下方“任务”中选择。',
    over: '所有网络都已发散，没有可以继续训练的了。请倒回起点并更改训练设置，或换一个示例。',
    diverged: (name, step) => `${name}在第 ${step} 步发散：损失不再是一个数。`,
    whyNoNorm:
      '没有归一化，就没有什么能收回每个块给信号添加的部分：在深的残差网络里，信号在前向途中爆炸，第一次更新便彻底失控。请使用批归一化、更小的学习率或更少的层。',
    whyRate: '学习率过高：每次更新都让损失比之前更大。请用更小的学习率，或加上预热。',
    ofFile: '来自文件',
    notRecorded: '这些设置没有录下的结果：按“运行”，就在本机训练这些网络。',
    recordedNote: '这是以同样的设置事先录下的结果：按“运行”，就能看到它在你的设备上发生。',
    caption: (task, steps, seed, seeds) =>
      `${task}，${steps} 步，种子 ${seeds === 1 ? seed : `${seed} 至 ${seed + seeds - 1}`}`,
  },

  state: {
    none: '尚未训练。',
    after: (step, networks) => `训练 ${step} 步之后的准确率：${networks.join('；')}。`,
    accuracy: (name, accuracy) => `${name}为 ${accuracy}`,
    spread: (name, accuracy, low, high) => `${name}为 ${accuracy}（${low} 至 ${high}）`,
    note: (steps) => `判断正确的训练图片所占的比例，取最后 ${steps} 步的平均。`,
    network: '网络',
    loss: '损失',
    right: '准确率',
    params: '参数',
    macs: '乘加次数',
    diverged: (step) => `第 ${step} 步发散`,
  },

  charts: {
    step: '步',
    loss: { title: '训练损失', axis: '每步批次的交叉熵（奈特）' },
    accuracy: { title: '训练准确率', axis: '每步批次中判断正确的比例' },
    heldOutLoss: { title: '留出图片上的损失', axis: '交叉熵（奈特）' },
    heldOutAccuracy: { title: '留出图片上的准确率', axis: '判断正确的比例' },
    chanceLoss: (classes, loss) => `随机猜测：ln ${classes} = ${loss}`,
    chanceAccuracy: (accuracy) => `随机猜测：${accuracy}`,
    description: (axis, spans) =>
      `随训练步数变化的折线图：${axis}。${spans.join('')}滑块与表格给出每一个数值。`,
    span: (name, first, last, step) => `${name}：开始时 ${first}，第 ${step} 步时 ${last}。`,
    smooth: '平滑',
    smoothing: (steps) => (steps === 1 ? '不平滑' : `最近 ${steps} 步的平均`),
    scale: '损失坐标轴',
    scales: { linear: '线性', log: '对数' },
    exploded: '有损失超过了 200，因此采用对数坐标轴。',
    raw: '细线是每一步的原始数值。',
    band: (seeds) => `线是 ${seeds} 个种子的平均，色带从最低的种子延伸到最高的种子。`,
    binned: (steps) => `每个点是 ${steps} 步的平均。`,
    heldOutNote: '从不用于训练的图片，批归一化使用滑动统计量；这些统计量要几百步才稳定下来。',
    tables: '曲线',
  },

  form: {
    networks: '网络',
    networksNote: (most) => `至多 ${most} 个。它们看到同样的批次，凡形状相同的张量都从同样的权重出发。`,
    add: '添加网络',
    full: (most) => `至多容纳 ${most} 个网络，请先移除一个。`,
    last: '至少要留下一个网络。',
    copy: '已经有一个完全相同的网络了。',
    recipe: '训练设置',
    recipeNote: '所有网络都相同。',
    task: '任务',
    folded: '更改网络、训练设置与任务',
    lane: {
      depth: { label: '深度', does: '6n + 2 层：三个阶段，每个阶段 n 个块，每块两个卷积。' },
      depthOption: (depth) => `${depth} 层`,
      net: { label: '捷径连接', does: '有捷径时，每个块在输入上添加；普通网络的块则取而代之。' },
      shortcut: {
        label: '尺寸变化处的捷径',
        does: 'A 用零补足新通道，没有权重；B 是 1 × 1 卷积。',
        plain: '普通网络没有捷径连接。',
        options: { A: 'A：补零', B: 'B：投影' },
      },
      norm: {
        label: '归一化',
        does: '每个卷积之后做批归一化，或者不做。',
        options: { batch: '批归一化', none: '无' },
      },
      init: {
        label: '初始权重',
        does: '方差 2/fan-in（He）、约为其一半（Glorot）、其六分之一（PyTorch 默认）。',
      },
      zeroGamma: {
        label: 'γ 置零',
        does: '每个块最后的 γ 从 0 开始，块一开始就是恒等映射。',
        plain: '需要捷径连接：否则普通网络只会传下去一片零。',
        noNorm: '需要批归一化：没有它就没有 γ。',
      },
      width: { label: '宽度', does: '第一阶段的滤波器数，后两个阶段各为其两倍和四倍。' },
    },
    optimizer: {
      label: '优化器',
      does: '论文所用的带动量 SGD，或 Adam（自动调整每个权重的步长）。',
      options: { sgd: 'SGD', adam: 'Adam' },
    },
    rate: { label: '学习率', does: '每步走多远。Adam 需要的约为 SGD 的五十分之一。' },
    momentum: { label: '动量', does: '上一步有多少延续到下一步。', adam: 'Adam 有自己的滑动平均。' },
    decay: { label: '权重衰减', does: '把卷积核拉向零；γ、β 和偏置不受影响。' },
    schedule: {
      label: '学习率计划',
      does: '阶梯：过半之后为十分之一，过四分之三之后为百分之一。余弦：降到零。',
      options: { constant: '恒定', step: '阶梯', cosine: '余弦' },
    },
    warmup: { label: '预热', does: '学习率从零升起所用的步数。0：不预热。' },
    clip: { label: '梯度裁剪', does: '所有梯度合起来的最大范数。0：不裁剪。' },
    batch: { label: '批大小', does: '每一步的图片数。' },
    steps: { label: '步数', does: '训练的长度。' },
    seed: { label: '种子', does: '决定初始权重与批次：种子相同，过程就相同。' },
    seeds: { label: '种子个数', does: '每个网络训练这么多次，种子依次加一。' },
    measureEvery: { label: '每隔几步测量各层', does: '测量要花时间。0：从不。' },
    testEvery: {
      label: '每隔几步测试留出图片',
      does: '0：从不。',
      none: '这个任务没有留出图片：每张图都是新的。',
    },
  },

  presets: {
    pair: {
      name: '56 层：普通对残差',
      says: '唯一的差别是捷径连接。200 步之后，普通网络只答对四分之一到三分之一（随机猜测是八分之一），残差网络则几乎总是答对。',
    },
    degradation: {
      name: '退化：20 层与 56 层',
      says: '在训练数据上，更深的普通网络比较浅的更差。有了捷径连接，加深不会带来损失。',
    },
    shallow: {
      name: '8 层：没有差别',
      says: '浅的网络不需要捷径连接：普通与残差学得一样好。退化随深度而来。',
    },
    withoutNorm: {
      name: '没有批归一化',
      says: '捷径连接代替不了归一化：没有归一化，在这个学习率下，20 层的普通与残差网络都学不会，56 层的残差网络在头几步就发散。',
    },
    zeroGamma: {
      name: 'γ 置零',
      says: '块从恒等映射出发。在这个任务上，200 步之后看不出明显差别；在 ImageNet 上它带来 0.2 至 0.3 个百分点（Goyal 等，2017）。',
    },
    shortcuts: {
      name: '捷径 A 对 B',
      says: '尺寸变化处补零或投影，都训练得好。投影“并非必需”（He 等，2015，第 4.1 节）；单个种子的两次运行之间，小差别只是偶然。',
    },
    initialWeights: {
      name: '初始权重：He、Glorot、PyTorch 默认',
      says: '有批归一化时，初始权重的尺度对网络的计算几乎没有影响：三者都学得会。',
    },
    highRate: {
      name: '学习率过高',
      says: '学习率放大一百倍，什么也学不会。即便如此，批归一化仍让数值保持有限；没有它，训练会发散、停下，并说明原因。',
    },
    lowRate: {
      name: '学习率的五分之一',
      says: '普通网络只是训练得太快吗？不是：学习率 0.01 时差距依旧。',
    },
    warmup: {
      name: '高学习率配预热',
      says: '学习率放大十倍，用 50 步升上去，残差网络仍学得好。不预热（设为 0）时它只答对三分之一；普通网络从预热中得益少得多。',
    },
    adam: {
      name: 'Adam',
      says: '换一种优化器也无济于事：普通网络停在随机猜测，残差网络学得会。',
    },
    wider: {
      name: '加宽而不加深',
      says: '20 层、宽度加倍：没有捷径连接时，比 56 层好。有了捷径连接，两种深度都能学会这个容易的任务。',
    },
  },
};
