import { formatNumber } from '../format.ts';
import type { audit as english } from './audit.en.ts';

const count = (value: number) => formatNumber(value, 'zh');
const range = (name: string, first: number, last: number) =>
  first === last ? `第 ${first} ${name}` : `第 ${first}–${last} ${name}`;

export const audit: typeof english = {
  map: {
    label: (channel, height, width) =>
      `${channel}，叠在图片上的 ${height} × ${width} 个格子。方向键逐格移动，回车键拆解该格的数值。`,
    role: '格子图',
    hint: '指向一个格子，可看到它依赖什么；点击它，可看到算出它的那个和。',
    claim: '虚线是包住所有可达像素的最小方框：逐层沿窗口追溯，边界与填充都精确计算在内。',
    blend: '特征图覆盖图片的程度',
    noPlace: '尺度不同的路径在此相遇：这张图在图片上没有唯一的位置。',
    measured: '现在画的是：每个像素对这个数的影响（|∂数值/∂像素|，取三种颜色中最大的）。',
    table: { caption: (channel) => `${channel}，逐格数值`, place: '行、列', value: '数值' },
  },
  place: (row, column) => `第 ${row} 行第 ${column} 列`,
  cell: {
    back: '前一层',
    same: (nodes) => `${nodes} 的同一位置`,
    and: ' 和 ',
    window: (rows, columns, node, channels) =>
      `${node} 的${range('行', ...rows)}、${range('列', ...columns)}${channels === 1 ? '' : `，全部 ${count(channels)} 个通道`}`,
    windowOfOne: (rows, columns, node) =>
      `${node} 的${range('行', ...rows)}、${range('列', ...columns)}，同一通道`,
    padding: (positions, all) => `；窗口的 ${all} 个位置中有 ${positions} 个是填充`,
    onPadding: '无：这个格子是填充的零',
    beginning: '无：这就是送入网络的图片',
    onPicture: '在图片上',
    pixels: (rows, columns) => `${range('行', ...rows)}、${range('列', ...columns)}`,
    noPixels: '没有像素',
    whole: '整张图片',
    unclipped: (side) => `（不受边界裁切时为 ${count(side)} × ${count(side)} 像素）`,
    gaps: (percent) => `这是包住所有可达像素的最小方框；框内 ${percent} 的像素可达，其余被跳过。`,
    take: '显示这个和',
    announce: (place, value, box) => `${place}：${value}。在图片上：${box}。`,
  },
  histogram: {
    title: (channel) => `${channel} 的数值分布`,
    scale: '计数',
    scales: { linear: '线性', logarithmic: '对数' },
    summary: (cells, bins, from, to, most) =>
      `${count(cells)} 个格子分在 ${from} 到 ${to} 的 ${bins} 个区间里；最满的区间占 ${most}。`,
    table: { caption: '按数值统计格子', from: '从', to: '到', count: '格子数' },
  },
  largest: {
    title: '最大的格子',
    button: (rank, row, column, value) => `第 ${rank} 名：第 ${row} 行第 ${column} 列，${value}。拆解它`,
  },
  gradient: {
    column: '‖∂logit‖',
    of: (name) => `按 ‖∂logit/∂通道‖ 排序：该通道对最可能的类别“${name}”的得分影响有多大`,
    pending: '正在计算梯度；在此之前按均值排序。',
    failed: '没有梯度：按均值排序。',
  },
  sum: {
    title: '这个数是怎样算出来的',
    close: '关闭',
    backTo: (node, place) => `返回 ${node}，${place}`,
    at: (row, column, channel) => `第 ${row} 行第 ${column} 列，${channel}`,
    channel: (channel) => `通道 ${channel}`,
    feature: (index) => `特征 ${index}`,
    pending: '正在拆解 …',
    waiting: '前向计算到达终点后，就会拆解这个数。',
    asRead: '这是图片本身的数，网络直接读入：它之前没有任何计算。',
    picture: (colour, byte, mean, value) =>
      `一切由此开始。这个像素的${colour}色值是 ${byte}（满值 255）；减去训练图片的${colour}色均值 ${mean}：${byte} − ${mean} = ${value}。`,
    does: {
      conv: (terms, positions) =>
        positions === 1
          ? `${count(terms)} 个“数值 × 权重”的乘积之和，每个通道一个，再加上偏置。`
          : `${count(terms)} 个“数值 × 权重”的乘积之和，来自 ${positions} 个位置和全部通道，再加上偏置。`,
      padding: (positions) => `窗口另有 ${positions} 个位置落在填充上，不贡献任何数值。`,
      batchNorm: '数值 × γ/√(σ² + ε)，再加上 β − μ·γ/√(σ² + ε)。',
      relu: '数值为正则保留，否则为零。',
      add: '各条路径带来的数值相加。',
      addOne: '只剩一条路径：它的数值直接通过。',
      maxPool: (terms) => `${terms} 个数值中最大的一个；其余不起作用。`,
      globalAvgPool: (terms) => `${terms} 个数值的均值：每个 × 1/${terms}，再相加。`,
      dense: (terms) => `${count(terms)} 个“特征 × 权重”的乘积之和，再加上偏置。`,
      softmax: (terms) =>
        `e 的该 logit 次幂，在 ${count(terms)} 个这样的幂中所占的比例。下面列出每个类别及其比例。`,
      scale: (factor) => `数值 × ${factor}。`,
      kept: '被静音的是别的通道；这一通道原样通过。',
      muted: '这一通道已静音：数值 × 0。',
      passed: '数值原样传递。',
      zero: '这里放的是一个零。',
    },
    engine: '引擎算出的值',
    again: '逐项重新相加',
    difference: '差',
    allowed: '允许：10⁻⁵ · Σ|项|',
    within: '在允许之内',
    beyond: '超出允许',
    inMap: (value) => `在上面的图中：${value}。那里批归一化已折叠进卷积，舍入有所不同。`,
    bias: '偏置',
    shift: 'β − μ·γ/√(σ² + ε)',
    terms: {
      title: (terms) => (terms === 1 ? '唯一的一项' : `全部 ${count(terms)} 项，从大到小`),
      label: '各项；方向键逐项移动，回车键前往该数值的来处',
      term: (rank, place, product) => `第 ${rank} 项：${place}，贡献 ${product}。前往`,
      share: (percent) => `Σ ${percent}`,
      shareTitle: '这一项及以上各项占 Σ|项| 的比例',
      summary: (half, most, all) =>
        half === all
          ? ''
          : `${count(all)} 项中，${count(half)} 项就占 Σ|项| 的一半，${count(most)} 项占 90 %。`,
      positive: (sum, terms, negative, others) =>
        `${count(terms)} 项向上推，共 ${sum}；${count(others)} 项向下拉，共 ${negative}。`,
      zero: (terms) => (terms > 0 ? `${count(terms)} 项恰好为零。` : ''),
      passes: '通过',
      ofClass: (logit) => `logit ${logit}`,
    },
    places: {
      title: '窗口中每个位置的贡献',
      summary: (row, column, value) => `贡献最大的是第 ${row} 行第 ${column} 列：${value}。`,
      table: { caption: '按位置合计的乘积', place: '行、列', sum: '贡献' },
    },
    table: {
      caption: (unit) => `${unit} 的各项`,
      rank: '名次',
      node: '节点',
      place: '行、列',
      channel: '通道',
      value: '数值',
      factor: '权重',
      product: '乘积',
    },
    announce: (unit, value, terms) => `${unit} 等于 ${value}，由 ${count(terms)} 项组成。`,
  },
  field: {
    measure: '测量它依赖哪些像素',
    measuring: '正在沿网络往回走 …',
    close: '隐藏测量结果',
    hide: '重新显示特征图',
    nothing: '没有任何影响从这里回到图片：途中的 ReLU 关闭了，或者这个数是常数。',
    figures: (inside, used) =>
      `|∂数值/∂像素| 的 ${inside} 落在它能够依赖的像素方框内；方框中 ${used} 的像素对这个数有影响。`,
    effective: (percent, side, box) =>
      `其中 ${percent} 集中在它中心周围 ${side} × ${side} 像素之内；方框的大小是 ${box}。`,
    note: '用梯度测量，针对这张图片：微小改变的影响，取三种颜色中最大的。',
    table: {
      caption: (side) => `|∂数值/∂像素|，每 ${side} × ${side} 像素方块的均值`,
      pixels: '像素',
      mean: '均值',
    },
    done: '已测量。',
  },
  entry: {
    choose: (name, value) => `${name}，${value}。拆解它`,
    hint: '选择一个数值，可看到算出它的那个和。',
  },
};
