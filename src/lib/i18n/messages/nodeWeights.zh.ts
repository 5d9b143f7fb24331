import { formatNumber } from '../format.ts';
import type { nodeWeights as english } from './nodeWeights.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

export const nodeWeights: typeof english = {
  waiting: (unit) => `${unit}的权重还没有到。`,
  reading: '正在读取权重。',
  trained: '这些是训练好的权重。干预只改变网络里哪些值相遇，不改变任何权重。',
  precision: {
    float16: '卷积核与传输时一样是半精度，向量是单精度。',
    float32: '单精度。',
  },
  channelName: (channel) => `输出通道 ${channel}`,
  filters: {
    title: (filters) => `${count(filters)} 个滤波器，画成颜色`,
    greyTitle: (filters) => `${count(filters)} 个滤波器`,
    reading: {
      BGR: '每个滤波器的三种颜色合成一张图（网络按蓝、绿、红读取，这里已调换过来）。灰色为零。',
      RGB: '每个滤波器的三种颜色合成一张图。灰色为零。',
      grey: '每个滤波器画成一张图：中灰为零，越亮越正，越暗越负。',
    },
    scales: {
      shared: (largest) => `所有滤波器用同一尺度：最暗为 −${largest}，最亮为 ${largest}。`,
      channel: '每个滤波器用自己的尺度：最暗和最亮是它绝对值最大的权重的负值和正值。',
    },
    choice: '尺度',
    choices: { shared: '统一', channel: '各自' },
    list: '滤波器；用方向键逐个查看',
    filter: (index, largest) => `滤波器 ${index}，最大权重 ${largest}`,
    summary: (filters, strongest, weakest) =>
      `${count(filters)} 个滤波器。L2 范数最大的是滤波器 ${strongest}，最小的是滤波器 ${weakest}。`,
  },
  kernels: {
    title: (channel) => `输出通道 ${channel} 的卷积核`,
    colours: ['蓝', '绿', '红'],
    meaning: (inputs, side) =>
      inputs === 1
        ? `唯一的输入通道有一个 ${side} × ${side} 的核。`
        : `${count(inputs)} 个输入通道各有一个 ${side} × ${side} 的核；它们与输入的乘积全部相加。所有核用同一尺度。`,
    grid: (inputs) => `${count(inputs)} 个核，每个输入通道一个；用方向键逐个查看`,
    kernel: (input, l2) => `输入通道 ${input}：L2 范数 ${l2}`,
    chosen: (input) => `输入通道 ${input}`,
    summary: (strongest, l2, share) =>
      `最大的核：输入通道 ${strongest}，L2 范数 ${l2}，占这个滤波器平方和的 ${share}。`,
    table: (channel) => `输出通道 ${channel} 的权重`,
    input: '输入',
    sorted: '排序',
    sorts: { index: '序号', size: '大小' },
  },
  matrix: {
    title: '全部权重构成的矩阵',
    meaning: (inputs, outputs) =>
      `${count(outputs)} 行，每个输出通道一行；${count(inputs)} 列，每个输入通道一列。横线标出选定的那一行。`,
    meaningTurned: (inputs, outputs) =>
      `${count(inputs)} 行，每个输入通道一行；${count(outputs)} 列，每个输出通道一列。竖线标出选定的那一列。`,
    rowTitle: (channel) => `输出通道 ${channel}：每个输入通道一个权重`,
    summary: (largest, at, smallest, where) =>
      `最大权重 ${largest}，在输入通道 ${at}；最小权重 ${smallest}，在输入通道 ${where}。`,
    table: (channel) => `输出通道 ${channel} 的权重`,
    input: '输入通道',
    weight: '权重',
  },
  dense: {
    titleParts: ['“', '”在各特征上的权重，从大到小'],
    stepper: { channel: '类别', previous: '上一个类别', next: '下一个类别' },
    unnamed: (index) => `类别 ${index}`,
    feature: (index) => `特征 ${index}`,
    meaning: (features) =>
      `一个类别的 logit 等于它的偏置，加上 ${count(features)} 个特征（avg_pool）各乘以权重之和。特征从不为负：正权重支持这个类别，负权重反对它。`,
    bias: (value) => `偏置：${value}。`,
    summary: (positive, largest, value) => `${positive} 的权重为正。最大的是特征 ${largest}，${value}。`,
    list: '权重，画成条形',
    featureHead: '特征',
  },
  spread: {
    title: '权重的分布',
    titleOf: { kernel: '核', bias: '偏置' },
    counts: '计数',
    scales: { linear: '线性', logarithmic: '对数' },
    summary: (all, low, high, most) =>
      `${count(all)} 个权重，分组从 ${low} 到 ${high}；最多的一组占 ${most}。`,
    table: '按大小统计的权重',
    from: '从',
    to: '到',
    number: '个数',
    measures: {
      count: '个数',
      mean: '均值',
      std: '标准差',
      min: '最小值',
      max: '最大值',
      l2: 'L2 范数',
    },
    statistics: '对全部权重',
  },
  norm: {
    title: '每个通道的四个数',
    roles: {
      gamma: 'γ，缩放（学得）',
      beta: 'β，平移（学得）',
      movingMean: 'μ，训练时的均值',
      movingVariance: 'σ²，训练时的方差',
    },
    summary: (role, low, high, mean) => `${role}：从 ${low} 到 ${high}，均值 ${mean}。`,
    table: '批归一化，逐通道',
    head: ['通道', 'γ', 'β', 'μ', 'σ²', 's = γ/√(σ² + ε)', '合并后的偏置'],
    foldTitle: (channel) => `合并进卷积：通道 ${channel}`,
    foldMeaning: (convolution) =>
      `数值固定之后，批归一化只是一次乘法和一次加法，因此可以合并进 ${convolution}：这个通道的每个权重都乘以 s，偏置换成新的。原来的两步运算就变成了一步。`,
    scaleFormula: '这个通道权重的系数',
    biasFormula: '代替 b 的偏置',
    example: (place, before, after) => `其中最大的权重（${place}）：${before} 变为 ${after}。`,
    place: (row, column, input) => `行 ${row}、列 ${column}、输入通道 ${input}`,
    beforeTitle: '在这张图片上的前后对比',
    before: (node) => `${node}：归一化之前`,
    apart: 'γ (x − μ)/√(σ² + ε) + β，在这里由它算出',
    folded: (node) => `${node}：合并后的卷积给出的值`,
    difference: (largest, range) => `后两者的最大差值：${largest}，而数值的范围是 ${range}。这是舍入误差。`,
    waiting: '运行过一遍之后显示。',
    map: (what, mean, std) => `${what}。均值 ${mean}，标准差 ${std}。`,
  },
};
