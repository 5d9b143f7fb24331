import { formatNumber } from '../format.ts';

/** What a message about an intervention needs to know of it. */
export type InterventionText =
  | { readonly kind: 'cutShortcut' | 'removeBlock'; readonly block: string }
  | { readonly kind: 'scaleBranch' | 'scaleShortcut'; readonly block: string; readonly factor: number }
  | { readonly kind: 'muteChannel'; readonly node: string; readonly channel: number }
  | { readonly kind: 'swapBlocks'; readonly first: string; readonly second: string };

/** What is done in one block. */
export interface BlockText {
  readonly cut: boolean;
  readonly removed: boolean;
  readonly branch: number;
  readonly shortcut: number;
  readonly swappedWith: readonly string[];
  readonly muted: number;
}

const number = (value: number) => formatNumber(value, 'en', { maximumFractionDigits: 3 });

export const interventions = {
  title: 'Interventions',
  /** When there is none. */
  hint: 'Click a + to cut its skip, or open a block and choose “Change”. The network is not retrained: it was trained with its skips.',
  active: 'Interventions made',
  trained: 'Computed with the trained weights: the network was trained with its skips and is not retrained.',
  chip(rewrite: InterventionText): string {
    switch (rewrite.kind) {
      case 'cutShortcut':
        return `${rewrite.block}: skip cut`;
      case 'removeBlock':
        return `${rewrite.block}: branch removed`;
      case 'scaleBranch':
        return `${rewrite.block}: branch × ${number(rewrite.factor)}`;
      case 'scaleShortcut':
        return `${rewrite.block}: shortcut × ${number(rewrite.factor)}`;
      case 'swapBlocks':
        return `${rewrite.first} ⇄ ${rewrite.second}`;
      case 'muteChannel':
        return `${rewrite.node}: channel ${rewrite.channel} muted`;
    }
  },
  takeOff: (chip: string) => `Take back: ${chip}`,
  undo: 'Undo',
  redo: 'Redo',
  undoAll: 'Undo all',
  announce: (chips: readonly string[]) =>
    chips.length > 0
      ? `Interventions: ${chips.join('; ')}`
      : 'No interventions: the network as it was trained',
  /** What a block's name says of it. */
  inBlock: ({ cut, removed, branch, shortcut, swappedWith, muted }: BlockText): readonly string[] => [
    ...(cut ? ['skip cut'] : []),
    ...(removed ? ['branch removed'] : []),
    ...(branch !== 1 ? [`branch times ${number(branch)}`] : []),
    ...(shortcut !== 1 ? [`shortcut times ${number(shortcut)}`] : []),
    ...(swappedWith.length > 0 ? [`swapped with ${swappedWith.join(', ')}`] : []),
    ...(muted > 0 ? [muted === 1 ? '1 channel muted' : `${muted} channels muted`] : []),
  ],
  factor: (value: number) => `×${number(value)}`,
  plus: {
    cut: (block: string) => `Cut the skip of block ${block}`,
    restore: (block: string) => `Restore the skip of block ${block}`,
    gone: 'cut',
  },
  keys: 'Delete cuts or restores the skip of the block.',
  menu: {
    open: (block: string) => `Change block ${block}`,
    short: 'Change',
    cut: {
      name: 'Cut the skip',
      does: 'Takes x away from the sum: the output is ReLU(F). The network was trained with the skip.',
    },
    remove: {
      name: 'Remove the branch',
      does: 'Takes F away from the sum: only the shortcut passes. The network was trained with every block in its place.',
    },
    branch: { name: 'Branch × α', does: 'Multiplies F before the sum; it was trained with α = 1.' },
    shortcut: { name: 'Shortcut × λ', does: 'Multiplies x before the sum; it was trained with λ = 1.' },
    swap: {
      name: 'Swap with',
      none: 'none',
      does: 'Lets two blocks of the stage change places, each with its own weights; it was trained in the other order.',
      first: 'The first block of a stage changes the shape, so no other fits in its place.',
    },
    reset: 'Reset the block',
  },
  mute: {
    name: (channel: number) => `Mute channel ${channel}`,
    does: 'All that read this channel get zeros in its place; the network was trained with it.',
  },
  moved: (from: string, to: string) =>
    `“${from}” is not in the network with these interventions; its block’s output, “${to}”, is shown instead.`,
  dropped: (text: string, reasons: string) =>
    `“${text}” in this page’s address cannot be done to this network and was left out.${reasons ? ` ${reasons}` : ''}`,
  before: 'as trained',
  after: 'changed',
  comparison: 'The five most probable classes, before and after',
  listBefore: 'The five most probable classes of the network as it was trained',
  target: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  targetMeaning: 'The class that was most probable before, and its probability before → after',
};
