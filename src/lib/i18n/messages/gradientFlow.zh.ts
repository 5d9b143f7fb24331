import { formatNumber } from '../format.ts';
import type { gradientFlow as english } from './gradientFlow.en.ts';

function cutText(preset: string | null, cut: readonly string[]): string {
  switch (preset) {
    case null:
      return `切断 ${cut.join('、')}`;
    case 'none':
      return '16 条捷径全留';
    case 'all':
      return '捷径全断';
    case 'projections':
      return '只留投影捷径';
    default:
      return `切断 conv${preset}_x`;
  }
}

const factor = (value: number) => formatNumber(value, 'zh', { maximumFractionDigits: 3 });

export const gradientFlow: typeof english = {
  title: '训练好的网络里的梯度流',
  description:
    '用你的图片、对任意类别，在真实的 ResNet-50 上做一次反向传播：十六个残差块处梯度的范数，捷径全留、全断，或把分支和捷径乘以系数。',
  lead: '在你的图片上，对训练好的 ResNet-50 做一次反向传播：损失的梯度到达每个残差块的输出时还有多大？切断捷径，缩放分支和捷径，看看最终有多少梯度到达第一个块。',
  claim:
    '捷径给每个块的导数加上一个恒等项，深层的梯度因此可以绕过中间各层直达浅层：∂x_L/∂x_l = 1 + ∂ΣF/∂x_l（He 等 2016，式 5）。在 ResNet-50 里，这条规律在同一阶段内成立，但每次相加之后还有一个 ReLU；阶段之间则隔着投影捷径。',
  expected:
    '保留全部捷径时，范数在十六个块上的变化不超过一个数量级：对图片“chelsea”，2a 处 0.14，5c 处 0.04，PyTorch 与这里一致。全部切断后，从 5c 处的 0.21 一路降到 2a 处的 7 × 10⁻⁶，相差四个半数量级。换图片、换类别，两条曲线都会整体移动：网络越确定一个类别，它的损失就越平坦，各处的梯度都小。所以要比较的是形状，即相对于 5c 的大小。',
  may: [
    '在这个网络里，用这组权重，梯度带着捷径往回穿过十六个块，到达时是出发时的 3 到 10 倍；捷径全部切断，到达时只剩 1/4,900 到 1/48,000（全部 16 张示例图片，用下面的命令测得）。',
    '只剩分支时，这组权重会让梯度越往回越小：每个块学到的是做一次修正，而不是把一切都传下去。',
    '范数只说明信号有多强，不说明它好不好；它指向哪里，要看梯度图。',
  ],
  mayNot: [
    '不能说“不带捷径训练出来的网络”就是这里切断捷径后的样子。这些权重是带着捷径学到的，切断捷径等于破坏它们；不带捷径从头训练是另一个实验，要把普通网络和残差网络放在一起训练才能比较。',
    '不能说普通网络失败是因为梯度消失。只要有批归一化和恰当的初始化，普通网络的梯度并不消失：刚初始化时它越靠近输入越大，训练开始后范数正常（He 等 2015，4.1 节）。子页面“初始化”实测了这一点。',
    '不能说经过捷径的梯度永远不会消失。“1 +”只是让相互抵消变得不太可能，并非不可能；每次相加之后的 ReLU 和四个投影捷径也会破坏它。',
    '不能说捷径省了计算：每个块都照样计算 F。',
  ],
  sources: {
    heDeep:
      'He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition, 2015（第 1 节和 4.1 节：有批归一化时范数正常）',
    heIdentity: 'He, Zhang, Ren, Sun: Identity Mappings in Deep Residual Networks, 2016（第 2 节，式 5）',
    golden: '预期数值：PyTorch 2.13，float32，同一组权重（Keras 的 ResNet-50）',
  },

  network: ({ cut, preset, branch, shortcut, at }) =>
    [
      preset === 'none' && (branch !== 1 || shortcut !== 1) ? '' : cutText(preset, cut),
      ...(branch === 1 ? [] : [`${at ? `${at} 的` : ''}分支 × ${factor(branch)}`]),
      ...(shortcut === 1 ? [] : [`${at ? `${at} 的` : ''}捷径 × ${factor(shortcut)}`]),
    ]
      .filter(Boolean)
      .join(' · '),

  change: {
    title: '对网络做什么改动',
    presets: '捷径',
    preset: {
      none: '全部保留',
      all: '全部切断',
      '2': '切断 conv2_x',
      '3': '切断 conv3_x',
      '4': '切断 conv4_x',
      '5': '切断 conv5_x',
      projections: '只留投影捷径',
    },
    map: '十六个残差块：按下其中一个，切断或恢复它的捷径',
    stage: (digit) => `conv${digit}_x`,
    cut: (block) => `切断 ${block}`,
    hint: '按一个块，它的捷径就在加号处断开。虚线是投影捷径，位于每个阶段的开头。',
    branch: { name: '分支 × α', does: '相加之前给 F 乘上系数；训练时 α = 1。' },
    shortcut: { name: '捷径 × λ', does: '相加之前给 x 乘上系数；训练时 λ = 1。' },
    at: '缩放哪里',
    everywhere: '所有块',
    reset: '回到捷径全断',
    classLabel: '损失 −log p（类别）',
    classNone: '概率最大的类别',
    classClear: '回到概率最大的类别',
  },

  flow: {
    title: '各个块输出处的梯度',
    axis: {
      absolute: '∂loss/∂（块输出）的 L2 范数，对数坐标',
      relative: '∂loss/∂（块输出）的 L2 范数 ÷ 5c 处的范数，对数坐标',
    },
    scale: '显示',
    scales: { absolute: '范数', relative: '相对于 5c 的范数' },
    block: '块',
    description: (lines) =>
      `折线图，横轴为 2a 到 5c 共 16 个块，纵轴为对数坐标。${lines.join('')}滑块和表格给出每个数值。`,
    span: (name, last, first) => `${name}：5c 处 ${last}，2a 处 ${first}。`,
    falls: (name, ratio) => `${name}：从 5c 回到 2a，范数降到 1/${ratio}。`,
    grows: (name, ratio) => `${name}：从 5c 回到 2a，范数增大到 ${ratio} 倍。`,
    level: (name) => `${name}：2a 处与 5c 处一样大。`,
    zero: (name) =>
      `${name}：没有任何梯度到达 2a。要么什么也传不过去（路径乘了 0），要么网络对这个类别过于确定，−log p 在 32 位浮点数里已经没有坡度。`,
    notFinite: (name) =>
      `${name}：结果并不都是数。途中的值超出了 32 位浮点数的范围；图中的 ∞ 和 NaN 就是算出来的结果。`,
    recorded: (label) =>
      `图片“kitten”、类别 ${label} 的录制结果；权重到齐后，这里会换成你那张图片自己的梯度。`,
    doing: (network) => network,
    again: '继续',
    waiting: '权重一到齐就开始计算。',
    caveat: '切断捷径破坏的是带着捷径训练出来的网络，并不能说明不带捷径训练出来的网络会怎样。',
    elsewhere: '训练开始之前的网络是什么样',
    stale: '仍是上一张图片或上一个类别的结果。',
    of: (label, loss, probability) => `损失 −log p(${label}) = ${loss}；p = ${probability}`,
    pin: '保留这条曲线',
    pinned: '保留的曲线',
    unpin: (name) => `移除曲线“${name}”`,
    full: '最多保留四条曲线，请先移除一条。',
    seconds: (forwardAndBack) => `前向加反向共 ${forwardAndBack}`,
    norms: '范数',
  },

  prediction: {
    title: '改动前后的回答',
    list: (name) => `概率最大的五类：${name}`,
    target: (label, before, after) => `${label}：${before} → ${after}`,
    none: '回答不是数：途中的值超出了 32 位浮点数的范围。',
    waiting: '与梯度一同算出。',
    note: '权重相同，没有重新训练：捷径切断之后，网络几乎认不出什么，因为每个块学的是“往上加一点”，而不是单独工作。',
    table: '前五类',
  },

  maps: {
    title: '逐块看梯度图',
    kind: '每个位置显示',
    kinds: { sum: '各通道之和（带符号）', l2: '各通道的 L2 范数' },
    meaning: {
      sum: '绿色：把那里的所有通道略微调高，损失会上升；紫色：损失会下降。',
      l2: '损失对这个位置有多敏感，不论哪个通道。',
    },
    scale:
      '每张图各有自己的色标，最远到均方根的四倍：块与块之间只能比较形状，大小要看范数。在 5c 处所有位置都相等：平均池化把梯度均匀地分给每个位置。',
    button: (block, norms) => `块 ${block}：${norms.join('；')}`,
    list: '十六个块的梯度图；按下一个，把它放大叠在图片上',
    large: (block, name) => `${block} 输出处的梯度，叠在图片上，${name}`,
    extremes: (low, high) => `从 ${low} 到 ${high}`,
    size: (height, width) => `${height} × ${width} 个位置`,
    legend: '色标',
    table: '所有块的数值',
    columns: { block: '块', size: '图', norm: '范数', least: '最小', most: '最大' },
    values: '梯度图的数值',
  },

  input: {
    title: '图片上的梯度',
    kind: '每个像素显示',
    kinds: { sum: '三种颜色之和（带符号）', l2: '三种颜色的 L2 范数', colour: '三种颜色本身' },
    meaning: {
      sum: '绿色：像素变亮会使损失上升；紫色：会使损失下降。',
      l2: '损失对这个像素有多敏感。',
      colour:
        '灰色为零；比灰色偏红，表示红色增加会使损失上升。网络内部按蓝、绿、红的顺序计算，这里已经换回来。',
    },
    blend: '叠在图片上',
    label: (name) => `损失对每个像素的梯度，${name}`,
    norm: (norm) => `范数 ${norm}`,
    caveat: '即使网络判断正确，图片上的梯度看起来也像噪声：它只是一个点上的坡度，不是解释。',
    values: '每个像素的梯度',
    means: (square) => `${square} × ${square} 像素方块内的平均值`,
    place: '行、列（像素）',
  },

  live: (backend, precision) => `${backend}，权重 ${precision}`,
  announce: (name, ratio) => `已算出：${name}。${ratio}`,
};
