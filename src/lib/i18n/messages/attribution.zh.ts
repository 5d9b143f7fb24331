import { formatNumber } from '../format.ts';
import { attribution as en, type attribution as english } from './attribution.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

const regions = [
  ['左上部', '上部', '右上部'],
  ['左侧', '中部', '右侧'],
  ['左下部', '下部', '右下部'],
];

const { cam, gradCam, saliency, smoothGrad, occlusion } = en.methods;

export const attribution: typeof english = {
  title: '网络看了哪里',
  method: '方法',
  methods: {
    cam: {
      ...cam,
      name: '类激活图',
      does: '对最后一个块的特征图 A 的每个位置：该类别的权重 w 由此得出多少分。所有位置的平均值加上偏置，就是该类别的 logit。',
      caveat:
        '对这个网络的输出头是精确的，但很粗略：只有 7 × 7 个位置，而每个位置都可能取决于整张图片。一个格子所说的，未必只来自它下面的像素。',
      unit: '在 logit 中的份额：起作用的是所有格子的平均值。',
    },
    gradCam: {
      ...gradCam,
      does: '把一个块输出的每个通道，用 logit 对它的梯度在各位置上的平均值加权；负的部分舍去。',
      caveat:
        '在最后一个块，梯度在所有位置上都相同，得到的就是类激活图的正部。在更早的块，取平均会丢掉通道在哪里起作用的信息。把网络的权重换成随机数时，它的图确实会变，这正是应有的表现。',
      unit: '加权激活。',
    },
    saliency: {
      ...saliency,
      name: '梯度显著图',
      does: 'logit 随每个像素变化得多快：取三个颜色中最陡的一个。',
      caveat:
        '它说的是分数在哪里敏感，而不是什么支持这个类别。看上去可信并不能证明什么：对网络一无所知的边缘检测器，也会给出相似的图。（梯度通过了随机权重的检验，另一些方法没有通过。）',
      unit: '某个颜色（0 到 255）每变化 1 时 logit 的变化。',
    },
    smoothGrad: {
      ...smoothGrad,
      does: '先对图片的若干加噪副本求梯度的平均值（噪声为其数值范围的 15 %），再按显著图的方法处理。',
      caveat:
        '看起来更清楚，并不等于更真实：在一项移除像素后重新训练的基准测试中，有些求平均的方式并不比单纯的梯度好，代价却是它的许多倍。',
      unit: '某个颜色（0 到 255）每变化 1 时 logit 的变化。',
    },
    occlusion: {
      ...occlusion,
      name: '遮挡',
      formula: 'p（图片）− p（遮去方块的图片）',
      does: '用训练图片的平均颜色盖住一个方块，再运行一次网络：该类别的概率损失了多少。每个像素取覆盖它的所有方块的平均值。',
      caveat:
        '网络训练时从没见过有缺口的图片：损失的一部分可能来自这种反常，而不是方块所遮住的内容。换一种方块大小，就会得到另一张图。',
      unit: '损失的概率。',
    },
  },
  source: '来源：',
  sourceGap: '、',
  inNetwork: (interventions) => `在当前所示的网络中计算，含 ${interventions} 项干预。`,
  settings: {
    block: '所看的输出',
    blockName: (block) => `块 ${block}`,
    samples: '加噪副本数',
    seed: '随机种子',
    side: '方块边长',
    pixels: (side) => `${side} 像素`,
  },

  classes: {
    first: '类别',
    second: '并排比较',
    placeholder: '在 1000 个类别中搜索',
    none: '不比较第二个类别',
    top: '概率最高的类别，随图片而变',
    follows: '随图片而变',
    unnamed: (index) => `类别 ${index}`,
    clear: { first: '恢复为概率最高的类别', second: '去掉第二个类别' },
    empty: '没有这个名称的类别。',
    more: (shown, all) => `显示 ${count(all)} 个中的 ${count(shown)} 个`,
    open: '列出类别',
  },

  overlay: {
    mode: '画法',
    modes: { cells: '格子', smooth: '平滑' },
    cells: (height, width) =>
      `${height} × ${width} 个值，各画成围绕其中心的方格；第一个格子的中心是图片的第一个像素。`,
    smooth: (height, width) => `经过插值：网络给出的只有各格子中心处的 ${height} × ${width} 个值。`,
    pixels: '每个像素一个值。',
    opacity: (percent) => `遮住图片的程度：${percent}\u202f%`,
    pair: '颜色',
    pairs: { shared: '两者共用一个尺度', own: '各用一个尺度' },
    picture: (method, name) => `叠在图片上的${method}：${name}`,
    role: '图',
    keys: '用方向键移动读数的位置。',
  },

  empty: '前向计算到达终点后，图会显示在这里。',
  computing: '正在计算 …',
  progress: {
    smoothGrad: (done, all) => `第 ${done} 个加噪副本，共 ${all} 个`,
    occlusion: (done, all) => `第 ${done} 个方块，共 ${all} 个`,
  },
  progressLabel: '已计算的部分',
  cancel: '取消',
  compute: '计算',
  waiting: '这需要运行很多次网络，所以不会自动重新计算。',
  partial: (done, all) => `在 ${all} 个中的第 ${done} 个之后结束：图不完整。`,
  stale: '属于上一次计算。',

  region: (row, column) => regions[row][column],
  place: (row, column, x, y) => `第 ${row} 行，第 ${column} 列（像素 ${x}, ${y}）`,
  summary: {
    gap: '',
    peak: (name, region, x, y, value) =>
      `${name}：在图片${region}最大，位于像素 (${x}, ${y})，值为 ${value}。`,
    box: (share, area) => `方框占图片的 ${area}，包含正值总和的 ${share}。`,
    none: (name) => `${name}：没有大于零的值。`,
  },
  head: {
    title: '加起来对吗？',
    mean: '图的平均值',
    bias: '偏置',
    sum: '和',
    logit: '计算中的 logit',
    difference: '差',
    caption: '图的平均值加上偏置，与 logit 对照',
    quantity: '量',
  },
  table: {
    caption: (method) => `${method}，逐个位置`,
    captionMeans: (method, side) => `${method}，${side} × ${side} 像素方块的平均值`,
    place: '行，列',
    centre: '中心 (x, y)',
    means: (side) => `表中是 ${side} × ${side} 像素方块的平均值。`,
  },
  announce: (method, summaries) => `${method}。${summaries}`,
};
