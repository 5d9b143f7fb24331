import { formatNumber } from '../format.ts';
import type { interventions as english } from './interventions.en.ts';

const number = (value: number) => formatNumber(value, 'zh', { maximumFractionDigits: 3 });

export const interventions: typeof english = {
  title: '干预',
  hint: '点击 + 可切断它的捷径，或打开一个块后选择“改动”。网络不会重新训练：它是带着捷径训练出来的。',
  active: '已做的干预',
  trained: '用训练好的权重计算：网络训练时带有捷径，这里没有重新训练。',
  chip(rewrite) {
    switch (rewrite.kind) {
      case 'cutShortcut':
        return `${rewrite.block}：捷径已切断`;
      case 'removeBlock':
        return `${rewrite.block}：分支已移除`;
      case 'scaleBranch':
        return `${rewrite.block}：分支 × ${number(rewrite.factor)}`;
      case 'scaleShortcut':
        return `${rewrite.block}：捷径 × ${number(rewrite.factor)}`;
      case 'swapBlocks':
        return `${rewrite.first} ⇄ ${rewrite.second}`;
      case 'muteChannel':
        return `${rewrite.node}：通道 ${rewrite.channel} 已置零`;
    }
  },
  takeOff: (chip) => `撤回：${chip}`,
  undo: '撤销',
  redo: '重做',
  undoAll: '全部撤销',
  announce: (chips) => (chips.length > 0 ? `干预：${chips.join('；')}` : '没有干预：网络保持训练时的样子'),
  inBlock: ({ cut, removed, branch, shortcut, swappedWith, muted }) => [
    ...(cut ? ['捷径已切断'] : []),
    ...(removed ? ['分支已移除'] : []),
    ...(branch !== 1 ? [`分支乘以 ${number(branch)}`] : []),
    ...(shortcut !== 1 ? [`捷径乘以 ${number(shortcut)}`] : []),
    ...(swappedWith.length > 0 ? [`与 ${swappedWith.join('、')} 互换`] : []),
    ...(muted > 0 ? [`${muted} 个通道已置零`] : []),
  ],
  factor: (value) => `×${number(value)}`,
  plus: {
    cut: (block) => `切断块 ${block} 的捷径`,
    restore: (block) => `恢复块 ${block} 的捷径`,
    gone: '已切断',
  },
  keys: '按 Delete 键切断或恢复该块的捷径。',
  menu: {
    open: (block) => `改动块 ${block}`,
    short: '改动',
    cut: { name: '切断捷径', does: '从求和中去掉 x，输出变为 ReLU(F)。网络训练时是有捷径的。' },
    remove: { name: '移除分支', does: '从求和中去掉 F，只有捷径通过。网络训练时每个块都在。' },
    branch: { name: '分支 × α', does: '求和之前给 F 乘上一个系数；训练时 α = 1。' },
    shortcut: { name: '捷径 × λ', does: '求和之前给 x 乘上一个系数；训练时 λ = 1。' },
    swap: {
      name: '互换',
      none: '无',
      does: '让同一阶段的两个块交换位置，各自带着自己的权重；训练时是另一种顺序。',
      first: '每个阶段的第一个块会改变形状，别的块放不进它的位置。',
    },
    reset: '复原这个块',
  },
  mute: {
    name: (channel) => `将通道 ${channel} 置零`,
    does: '读取这个通道的运算得到的都是零；网络训练时它是有值的。',
  },
  moved: (from, to) => `做了这些干预之后，网络里没有“${from}”；改为显示所在块的输出“${to}”。`,
  dropped: (text, reasons) => `这个页面地址中的“${text}”无法用于这个网络，已略去。${reasons}`,
  before: '训练时的网络',
  after: '改动之后',
  comparison: '干预前后概率最大的五类',
  listBefore: '训练时的网络认为概率最大的五类',
  target: (name, before, after) => `${name}：${before} → ${after}`,
  targetMeaning: '干预前最可能的类别，以及它在干预前后的概率',
};
