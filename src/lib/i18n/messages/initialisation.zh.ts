import type { initialisation as english } from './initialisation.en.ts';

export const initialisation: typeof english = {
  title: '初始化时的梯度',
  description:
    '20 到 110 层的普通网络与残差网络，停在初始权重上：有无批归一化时每一层的梯度范数和激活值，全部在你的浏览器里算出。',
  lead: '64 张由随机数组成的图片，随机的标签，在还什么都没有学到的网络里前向一次、反向一次；批归一化处于训练模式，使用这一批数据自己的均值和方差。在两个方向上，到达每一层的是什么？',
  claim:
    '常有人说捷径治好了梯度消失。其实在初始化时没有什么消失：带批归一化的深层普通网络，梯度在传向输入的途中随深度指数爆炸。捷径把它变成缓慢的增长；而没有归一化时，仅有捷径会让信号在前向传播中爆炸。',
  expected:
    '普通网络加批归一化：每个卷积 × 1.20 ± 0.03（理论值 √(π/(π−1)) = 1.211），于是第一个卷积处的 ‖∂L/∂x‖ 是最后一个的 25 倍（20 层）、约 15,000 倍（56 层）。残差网络加批归一化：20、56、110 层分别为 9、35、72 倍。普通网络不加归一化、He 初始化：几乎持平。Glorot：每个卷积 × 0.71。γ 置零：各个块都相同。',
  sources: [
    {
      text: 'He、Zhang、Ren、Sun 2015，《Deep residual learning for image recognition》第 4.1 节：使用批归一化时，普通网络的前向信号和反向梯度都没有消失；深层网络为何难以训练，文中没有定论。',
      url: 'https://arxiv.org/abs/1512.03385',
    },
    {
      text: 'Yang 等 2019，《A mean field theory of batch normalization》：带批归一化的普通网络的梯度爆炸，以及更新一步之后梯度范围大幅缩小。',
      url: 'https://arxiv.org/abs/1902.08129',
    },
    {
      text: 'De、Smith 2020，《Batch normalization biases residual blocks towards the identity function in deep networks》：捷径配合批归一化为何开局良好；SkipInit。',
      url: 'https://arxiv.org/abs/2002.10444',
    },
    {
      text: 'Goyal 等 2017，《Accurate, large minibatch SGD》：把每个块最后一个批归一化的 γ 置零。',
      url: 'https://arxiv.org/abs/1706.02677',
    },
    {
      text: 'He 等 2015，《Delving deep into rectifiers》第 2.2 节：ReLU 所需的方差 2/fan-in。',
      url: 'https://arxiv.org/abs/1502.01852',
    },
    {
      text: 'van Laarhoven 2017，《L2 regularization versus batch and weight normalization》：带归一化的层，其步长取决于 ‖W‖。',
      url: 'https://arxiv.org/abs/1706.05350',
    },
  ],
  setUp:
    'CIFAR 网络：第一阶段 16 个滤波器，捷径用选项 A，64 张 32 × 32 × 3 的图片，像素为独立的标准正态随机数，十个类别。ResNet-50：16 张 128 × 128 × 3 的图片，1000 个类别。分类层为正态分布，方差 1/fan-in。用多个随机种子时显示几何平均。',

  networks: {
    title: '网络',
    rule: (most) => `最多 ${most} 个，画在同一张图上，全部写在页面地址里。`,
    none: '还没有选择网络：请添加一个，或选用一组示例。',
    presets: '示例',
    preset: {
      four: '普通与残差，有无批归一化',
      plainBatchNorm: '普通网络加批归一化：反向爆炸',
      residualBatchNorm: '残差网络加批归一化：增长缓慢',
      residualWithoutNorm: '残差网络不加归一化：前向爆炸',
      plainWithoutNorm: '普通网络不加归一化：He 初始化下几乎持平',
      initialisations: 'Glorot 初始化自己就会消失：每个卷积 × 0.71',
      zeroGamma: 'γ 置零：每个块都从恒等映射开始',
      skipInit: 'SkipInit：分支乘 1/√n，代替归一化',
      resnet50: 'ResNet-50，以及去掉捷径之后的它',
    },
    show: '只显示这些',
    addPreset: '加上这些',
    noRoom: (most) => `最多容纳 ${most} 个网络：请先移除几个。`,
    add: '添加网络',
    edit: (name) => `修改：${name}`,
    remove: (name) => `移除：${name}`,
    copyOf: '已经有一个相同的网络。',
    fields: {
      size: '深度',
      net: '捷径',
      norm: '归一化',
      init: '初始权重',
      zeroGamma: 'γ 置零',
      alpha: '分支乘以 α',
    },
    sizes: { '20': '20 层', '56': '56 层', '110': '110 层', resnet50: '50 层（ResNet-50）' },
    nets: { plain: '普通', residual: '残差' },
    norms: { batch: '批归一化', none: '无归一化' },
    inits: { he: 'He', glorot: 'Glorot', pytorch: 'PyTorch 默认' },
    alphas: { one: '1（不变）', root: '1/√n，n 为块数' },
    layers: (net, size) => `${net} ${size} 层`,
    name: (network, details) => [network, ...details].join('，'),
    resnet50: 'ResNet-50',
    plain50: '去掉捷径的 ResNet-50',
    zeroGammaName: 'γ 置零',
    alphaName: (value) => `α = ${value}`,
  },

  run: {
    seed: '随机种子',
    seeds: '种子个数',
    missing: (count) => (count === 1 ? '在这里运行' : `在这里运行全部 ${count} 个`),
    done: '全部已在这里测得。',
    notRun: '尚未运行',
    seedCount: (seeds) => `${seeds} 个种子`,
    seedsOf: (seed, seeds) => (seeds === 1 ? `种子 ${seed}` : `种子 ${seed} 到 ${seed + seeds - 1}`),
    recorded: (date, backend) => `录制于 ${date}，${backend}`,
    recordedNote: (date, backend) =>
      `标为“录制”的结果由本程序于 ${date}运行得出（${backend}，从种子 0 开始）。`,
    takes: '110 层的一次计算需要几秒；结果逐个出现。',
  },

  figures: {
    weightGradient: {
      title: '各层权重感受到的梯度',
      axis: '各卷积的 ‖∂L/∂W‖',
    },
    activationGradient: {
      title: '反向传播到达各层的梯度',
      axis: '各卷积之后的值的 ‖∂L/∂x‖',
    },
    activationStd: {
      title: '前向传播到达各层的信号',
      axis: '各卷积之后的值的标准差',
    },
  },
  axis: {
    convolution: '卷积',
    share: '从第一个卷积到最后一个的路程比例',
    block: '块',
    blockShare: '在各个块中的路程比例',
    stage: (number) => `阶段 ${number}`,
  },
  theoryLine: (growth) => `理论：每个卷积 × ${growth}`,
  chart: (axis, spans) =>
    `折线图，对数坐标：${axis}，从第一个卷积到最后一个。${spans.join('')}滑块和表格给出每个数值。`,
  span: (name, first, last) => `${name}：最前 ${first}，最后 ${last}。`,

  growth: {
    title: '朝输入方向的增长',
    caption: '‖∂L/∂x‖ 每往前经过一个卷积平均放大的倍数：大于 1，梯度在传向输入时爆炸；小于 1，则消失。',
    network: '网络',
    measured: '每个卷积的增长',
    theory: '理论',
    reference: 'PyTorch',
    ratio: '最前 ÷ 最后',
    referenceRatio: 'PyTorch：最前 ÷ 最后',
    loss: '损失',
    std: '末端标准差',
    from: '来历',
    why: {
      batchNorm: '√(π/(π−1))，Yang 等 2019',
      he: '专为 ReLU 设计：He 等 2015《Delving deep》',
      glorot: '√½：方差是 He 的一半',
      pytorch: '√⅙：方差是 He 的六分之一',
      zeroGamma: '只剩恒等映射',
    },
    referenceNote:
      '用 PyTorch 2.13（float32，CPU）按同样的设置所做的参考运行，不属于本程序：取 3 个种子的几何平均，110 层取 2 个。比值是其输出，增长是比值开 6n 次方。不同种子之间有离散：比值相差约三分之一，超过 1000 的比值可差一个数量级。',
    theoryNote: '理论值针对无限宽、没有填充的网络；填充的零会使实测值略小。',
  },

  tables: {
    growth: '所有网络的增长',
    layers: '所有网络的各层',
    blocks: '所有网络的各个块',
    steps: '两个网络的每一步',
  },

  notes: {
    and: '、',
    zeroGamma:
      'γ = 0 时，块内各卷积在这一步的梯度恰好为 0：它们的输出还传不到损失。γ 自己有梯度，最先开始变化。这是有意为之，并非出错。‖∂L/∂x‖ 在各个块都相同；CIFAR 网络只在最后一个 ReLU 处变化一次：那里只有四分之一的通道有值，其余是选项 A 补的零，而有值的又有一半被截去。',
    beyond: (names) =>
      `${names} 中的数已经超出 32 位浮点数的范围（3.4 × 10³⁸）。这就是结果，不是页面出错：没有归一化，每个块都使方差增大，而没有任何环节把它压回来。减小 α、γ 置零或使用批归一化，都能把它控制住。`,
    zigzag: '残差网络的数值一高一低：块内的卷积之后是分支上的值，块末的卷积之后是分支与捷径之和。',
    loss: (name, loss, chance) =>
      `${name}的初始损失为 ${loss}；一无所知的网络应为 ${chance}。它的 logit 随信号一起变大了。`,
  },

  variance: {
    title: '每个块给捷径增加了多少',
    axis: '求和处 F 的方差 / 捷径的方差',
    reference: '1：与捷径上的一样多',
    text: '使用批归一化时，各个分支的方差大致相同，而捷径把前面所有块的方差累积起来：块越靠后，改变得越少，网络也就越接近恒等映射（De、Smith 2020）。在 ResNet-50 中，每个阶段前三个块的比值预期为 1.00、1.46 = π/(π−1) 和 1.00；到了下一个阶段，捷径上有带批归一化的投影，一切重新开始。',
    description: (spans) =>
      `折线图，横轴为各个块，对数坐标：分支的方差除以捷径的方差。${spans.join('')}滑块和表格给出每个数值。`,
  },

  may: [
    '在第一步，批归一化处于训练模式时，普通网络的梯度朝输入方向随深度指数爆炸，而不是消失。增长率与理论值 √(π/(π−1)) ≈ 1.211 一致，与初始权重的尺度无关（Yang 等 2019）。',
    '捷径配合批归一化，把它变成缓慢的增长：110 层时，从第一个卷积到最后一个相差不到两个数量级；普通网络则超过七个。',
    '仅有捷径还不够：没有归一化，每个块至少使方差加倍，110 层时损失一开始就达到数亿。乘上 α ≤ 1/√n（SkipInit）、γ 置零或使用归一化，都可以避免。',
    '真正会消失的，是不当的初始化：Glorot 的方差只有 ReLU 所需的一半，PyTorch 的默认值只有六分之一。',
  ],
  mayNot: [
    '不能说深层普通网络难以训练是因为梯度消失，或是因为这里的爆炸。第 0 步与训练进行之中是两种不同的情形：下面可以看到，这种不平衡几步之内就瓦解了。He 等（2015，第 4.1 节）报告使用批归一化时梯度范数正常，没有说明何时测量，并把退化的原因留作未解之题。',
    '不能比较形状不同的层：范数随项数增多而变大。请在同一阶段之内、两条竖线之间比较。',
    '不能从推理模式的批归一化得出任何结论：在初始权重处，它的滑动均值为 0、方差为 1，等于什么都不做，画出来的其实是没有归一化的网络，自己却浑然不觉。',
    '不能因为没有归一化的普通网络信号逐渐变小，就说 He 初始化失效：仅凭填充的零就能预测出这样的减小。',
  ],

  steps: {
    longer: '让同一对网络训练得更久，并测量每一层',
    title: '最初几步',
    claim: '第 0 步的爆炸，几步之后便不复存在，而深层普通网络依然学得很差：这两件事常被混为一谈。',
    setUp:
      '第一阶段 8 个滤波器，批归一化，He 初始权重；每一步用 32 张新的 16 × 16 光栅图，共 8 个方向；SGD，动量 0.9，权重衰减 10⁻⁴。两个网络用同样的图片。',
    depth: '深度',
    depths: { '20': '20 层', '56': '56 层' },
    rate: '学习率',
    count: '步数',
    step: '步',
    nets: { plain: '普通网络', residual: '残差网络' },
    ratio: { title: '梯度的不平衡', axis: '第一个卷积的 ‖∂L/∂W‖ ÷ 最后一个的', one: '1：平衡' },
    weight: { title: '第一个卷积的权重', axis: '第一个卷积的 ‖W‖' },
    loss: { title: '损失', axis: '当步这批数据的交叉熵', chance: (value) => `随机猜测：ln 8 = ${value}` },
    description: (axis, spans) =>
      `折线图，横轴为训练步数：${axis}。${spans.join('')}滑块和表格给出每个数值。`,
    span: (name, first, last, step) => `${name}：第 0 步 ${first}，第 ${step} 步 ${last}。`,
    noRecording: '录制的是 56 层、学习率 0.05、种子 0、60 步的结果：要看这组设置，请在这里运行。',
    text: [
      '普通网络的第一次更新非常大，前面几层的权重一下子增大许多倍。卷积之后有批归一化，权重的尺度就不影响网络的输出：W 与 100 W 的结果相同。但梯度按 1/‖W‖ 变小，而相对于自身的大小，一层的移动量按 1/‖W‖² 变小：它被留在了极小的有效学习率上。',
      '因此，妨碍普通网络学习的既不能叫“消失”，也不能叫“爆炸”：最初几步之后，它的梯度既不太小也不太大，损失却居高不下。Yang 等（2019）描述了一步之后的骤降；批归一化使一层的步长取决于 ‖W‖，见 van Laarhoven（2017）。',
    ],
    caveat: '一个种子的几十步看不出最终谁胜谁负，只说明上面的那些图是某一瞬间的图。',
  },
};
