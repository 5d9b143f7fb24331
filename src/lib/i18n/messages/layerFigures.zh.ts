import type { layerFigures as english } from './layerFigures.en.ts';

export const layerFigures: typeof english = {
  title: '网络内部，逐层来看',
  lead: '训练过程中，在每个测量步的那一批数据上测得。所有网络用同一个色标，相同的步对齐在同一位置：最上面是第一个卷积，最下面是分类层。',
  figure: '指标',
  table: '所有层的全部指标',
  seed: '随机种子',
  notMeasured: '还没有测量结果：第一个测量步完成后，图就会出现。',
  latest: '最新一步',
  follows: (step) => `第 ${step} 步，最新的测量步；会随训练向前移动。`,
  held: (step) => `第 ${step} 步，由你选定。`,
  step: '步',
  layer: '层',
  cursor: (network) => `${network}：步与层`,
  axes: { row: '层', column: '步' },
  reading: (layer, step, value) => `第 ${step} 步，${layer}：${value}`,
  keys: '用指针指向或轻点图中一格；用键盘时，方向键每次移动一步或一层。',

  names: {
    gradient: '梯度范数',
    weight: '权重范数',
    update: '更新比例',
    std: '激活值的标准差',
    mean: '激活值的均值',
    dead: '死通道',
  },
  axis: {
    gradient: '‖∂L/∂W‖',
    weight: '‖W‖',
    update: '‖ΔW‖ / ‖W‖',
    std: '激活值的标准差',
    mean: '激活值的均值',
    dead: '死通道所占比例',
  },
  meaning: {
    gradient:
      '损失对一层权重的“拉力”有多大：损失对该层卷积核的梯度的 L2 范数。它没有所谓正确的大小；权重越多，范数越大，所以请在同一阶段之内比较。',
    weight:
      '一层卷积核的 L2 范数。后面有批归一化时，它的尺度不影响网络的输出，但梯度按 1/‖W‖ 变小，该层相对于自身大小的移动量按 1/‖W‖² 变小（van Laarhoven 2017）：权重越长越大，这一层就可能越来越动弹不得。',
    update:
      '一步更新使卷积核移动了多远，相对于它自身的大小。大约 10⁻³ 是一条经验之谈（Karpathy，斯坦福 CS231n 课程讲义），并非定律：大得多，这一层被甩来甩去；小得多，就几乎学不到东西。',
    std: '一层之后的值（归一化和 ReLU 之后；块末则为块的输出，投影则为交给求和的值）在整批数据、所有位置和通道上的离散程度。它不应随深度衰减殆尽，也不应爆炸：He 等 2015（《Delving deep》第 2.2 节）正是据此选取初始权重。标准正态分布经过 ReLU 之后为 √(½ − 1/2π) ≈ 0.58。',
    mean: '同样这些值的均值。ReLU 之后不可能为负；标准正态分布经过 ReLU 之后为 1/√2π ≈ 0.40。只有分类层的 logit 和投影交给求和的值后面没有 ReLU，可正可负。',
    dead: '一层之中，对这批数据的每张图片、每个位置都为 0 的通道所占的比例。这样的通道从这一批数据得不到梯度（Maas、Hannun、Ng 2013，第 2 节）；若一直如此，这个通道就废了。换一批数据，它也可能重新活跃。',
  },
  look: {
    gradient: '请看左边缘：第 0 步有多大的梯度到达最前面的卷积，几步之后还剩多少。',
    weight: '请找逐渐变亮的行：这些层的权重在增大，相对的步子却在变小。',
    update: '请找一直很暗的行：无论训练多久，这些层几乎没有动。',
    std: '请从上往下看：信号穿过网络时，大小是否保持得住？',
    mean: '请从上往下看：捷径把从不为负的值一路累加，均值就在那里升高。',
    dead: '请找发亮的行：这些层里有许多通道沉默不语。',
  },
  beyond: [(value) => `≤ ${value}`, (value) => `≥ ${value}`],
  change: {
    fell: (factor, from, to) => `从第 ${from} 步到第 ${to} 步缩小到 1/${factor}`,
    rose: (factor, from, to) => `从第 ${from} 步到第 ${to} 步增大到 ${factor} 倍`,
    stayed: (from, to) => `从第 ${from} 步到第 ${to} 步变化不到 3 倍`,
  },
  found: {
    all: (found) => `：${found.join('；')}。`,
    gradient: (change) => `第一个卷积的梯度范数${change}`,
    weight: (change) => `第一个卷积的权重范数${change}`,
    itsWeight: (change) => `它的权重范数${change}`,
    update: (change) => `第一个卷积的更新比例${change}`,
    between: (least, at, greatest, there) => `最小 ${least}（${at}），最大 ${greatest}（${there}）`,
    same: (value) => `所有层都是 ${value}`,
    notFinite: (step) => `从第 ${step} 步起出现无穷大或非数（NaN）的值，图中以斜线划去`,
  },
  marks: {
    zero: '恰好为 0：在对数色标上没有位置',
    notFinite: '无穷大或非数',
    binned: (count) => `每一列是 ${count} 个测量步的平均；读数为精确值。`,
  },
  description: (figure, network, layers, first, last) =>
    `${network}的热图：${layers} 层的${figure}，从最上面的第一个卷积到最下面的分类层，横轴为第 ${first} 步到第 ${last} 步的测量步。读数和表格给出每个数值。`,

  layers: {
    stem: '第一个卷积',
    head: '分类层',
    conv: (stage, block, index) => `阶段 ${stage} 块 ${block} 卷积 ${index}`,
    projection: (stage, block) => `阶段 ${stage} 块 ${block} 投影`,
  },
  groups: { stem: '最前', stage: (stage) => `阶段 ${stage}`, head: '最后' },

  profile: {
    title: (figure, step) => `第 ${step} 步各层的${figure}`,
    place: '层',
    inStage: (stage, share) => `阶段 ${stage}，路程的 ${share}`,
    description: (figure, step, spans) =>
      `折线图，横轴为各层，第 ${step} 步：${figure}。${spans.join('')}滑块和表格给出每个数值。`,
    span: (network, first, last) => `${network}：最前 ${first}，最后 ${last}。`,
  },
  course: {
    title: (figure, layer) => `${layer}的${figure}随训练的变化`,
    place: '步',
    description: (figure, layer, spans) =>
      `折线图，横轴为训练步数：${layer}的${figure}。${spans.join('')}滑块和表格给出每个数值。`,
    span: (network, first, last) => `${network}：最初 ${first}，最后 ${last}。`,
    nearest: '深度不同的网络，取其阶段中相同位置的层。',
  },
  branch: {
    title: (step) => `第 ${step} 步各个块增加了多少`,
    axis: '求和处的 ‖F‖ / ‖x‖',
    place: '块',
    name: (stage, block) => `阶段 ${stage} 块 ${block}`,
    one: '1：分支与捷径一样大',
    meaning:
      '残差分支的范数除以捷径带来的值的范数。使用批归一化时，各分支起初大致一样大，而捷径把前面所有块累加起来，所以同一阶段中越靠后的块改变得越少（De、Smith 2020）。残差很小是观察到的现象，不是规律：最前面的块往往改变很大（Jastrzębski 等 2018）。',
    none: '参赛的网络都没有捷径。',
  },
  all: (step) => `第 ${step} 步的全部六项指标`,
};
