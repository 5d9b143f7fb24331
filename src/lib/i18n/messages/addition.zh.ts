import { formatNumber } from '../format.ts';
import type { addition as english } from './addition.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

export const addition: typeof english = {
  strip: {
    title: '每个块对流过的信号改变了多少',
    figure: '指标',
    figures: { ratio: '‖F‖ / ‖x‖', cosine: 'cos(x, F)', clipped: '被最后的 ReLU 截去的比例' },
    does: {
      ratio: '和里来自残差分支的部分与来自捷径的部分相比有多大（L2 范数）。',
      cosine: 'F 是否与 x 同向：1 为同向，0 为垂直，−1 为反向。',
      clipped: 'x + F 中为负、因而变成零的数值所占的比例。',
    },
    reference: '与 x 一样大',
    list: (figure) => `各块的 ${figure}；用方向键逐块移动，回车键选择该块的和`,
    bar: (block, value) => `块 ${block}：${value}`,
    cut: '已切断',
    cutLabel: '没有值，捷径已切断',
    removed: '已移除',
    pending: '尚未测量',
    empty: '前向计算到达终点后，这里会为每个块画出一根条。',
    measuring: (done, all) => `正在测量 … ${done} / ${all}`,
    ended: (figure) => `${figure}：所有块都已测量`,
    gap: '',
    summary: {
      extremes: (largest, high, smallest, low) =>
        `最大的是块 ${largest}（${high}），最小的是块 ${smallest}（${low}）。`,
      aboveOne: (blocks, all) =>
        blocks === 0 ? `${all} 个块中没有一个的 F 大于 x。` : `${all} 个块中有 ${blocks} 个的 F 大于 x。`,
    },
    table: { caption: '各块相加的指标', block: '块' },
  },
  parts: {
    title: (block) => `块 ${block} 中的相加`,
    empty: (block) => `块 ${block} 算出之后，这里会显示 x、F(x)、它们的和以及和的 ReLU。`,
    names: {
      shortcut: { sign: 'x', name: '捷径' },
      branch: { sign: 'F(x)', name: '残差分支' },
      sum: { sign: 'x + F(x)', name: '和' },
      output: { sign: 'ReLU(x + F(x))', name: '本块的输出' },
    },
    missing: { shortcut: '捷径已切断', branch: '分支已移除' },
    identity: (input) => `捷径是恒等映射：x 就是 ${input}，原样不变。`,
    projection: (input, end) =>
      `捷径是投影：x 不是 ${input} 本身，而是它经过 1 × 1 卷积和批归一化之后的 ${end}。`,
    cut: '捷径已切断：和只剩 F(x)。网络训练时是有捷径的。',
    removed: '分支已移除：和只剩 x。',
    chips: { ratio: '‖F‖ / ‖x‖', cosine: 'cos(x, F)', clipped: '截去' },
    chipTitle: '对本块的所有通道和位置计算',
    channel: '通道',
    ofChannels: (channels) => `共 ${count(channels)} 个`,
    previous: '上一个通道',
    next: '下一个通道',
    map: (sign, channel, height, width) =>
      `${sign}：通道 ${channel}，${height} × ${width}。用方向键在四张图中同时移动位置。`,
    mapRole: '特征图',
    scale: '四张图共用一个尺度',
    place: (row, column) => `第 ${row} 行，第 ${column} 列`,
    relu: 'ReLU',
    announce: (place, x, f, sum, output) => `${place}：x ${x} 加 F ${f} 等于 ${sum}；经过 ReLU 为 ${output}`,
    none: '无',
    summary: (channel, positive, clipped) =>
      `通道 ${channel}：在 ${positive} 的位置上 F 起加的作用，其余位置起减的作用；${clipped} 的和为负，变成零。`,
    table: {
      caption: (block, channel) => `块 ${block} 的相加，通道 ${channel}，逐个位置`,
      place: '行，列',
    },
  },
};
