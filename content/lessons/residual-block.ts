import { defineLesson } from '$lib/lesson/define.ts';

/** Distances from the identity with all weights, half of them, none; and how many of the blocks learned each task. */
export interface Result {
  readonly residual: readonly number[];
  readonly plain: readonly number[];
  /** Of each kind. */
  readonly blocks: number;
  readonly learned: readonly {
    readonly task: 'identity' | 'swap' | 'mean';
    readonly residual: number;
    readonly plain: number;
  }[];
}

const comesNearer = ([all, half]: readonly number[]): boolean => half < all;

/** What is left of the residual block's distance: a quarter, a half, all of it, more. */
function left([all, half]: readonly number[]): number {
  const share = all === 0 ? 1 : half / all;
  if (share < 0.375) return 0;
  if (share < 0.75) return 1;
  return share <= 1.001 ? 2 : 3;
}

/** The task in which plain blocks come nearest to the residual ones, or pass them. */
function plainest({ learned }: Result): number {
  const leads = learned.map(({ residual, plain }) => plain - residual);
  return leads.indexOf(Math.max(...leads));
}

const tasks = {
  en: {
    identity: 'the input itself',
    swap: 'its two numbers swapped',
    mean: 'their mean twice',
  },
  zh: { identity: '输入本身', swap: '对调后的两个数', mean: '两个平均值' },
} as const;

export default defineLesson<Result>({
  needs: 'nothing',
  experiment: () => import('../experiments/residual-block/Experiment.svelte'),
  recorded: null,
  prediction: {
    question: {
      en: 'All weights of both blocks are halved. Which block’s output is now closer to its input than before?',
      zh: '把两个块的权重全部减半。哪个块的输出比原来更接近它的输入？',
    },
    options: [
      { en: 'Both', zh: '两个都是' },
      { en: 'The residual block’s only', zh: '只有残差块' },
      { en: 'The plain block’s only', zh: '只有普通块' },
      { en: 'Neither', zh: '两个都不是' },
    ],
    outcome: ({ residual, plain }) => {
      if (comesNearer(residual)) return comesNearer(plain) ? 0 : 1;
      return comesNearer(plain) ? 2 : 3;
    },
  },
  happened: {
    en: ({ residual, plain, blocks, learned }, { number, percent }) => [
      `With your numbers the residual block’s output is ${percent(residual[0], 1)} of the input’s length away from the input. With half of all weights it is ${percent(residual[1], 1)}, with none ${percent(residual[2], 1)}.`,
      `The plain block is ${percent(plain[0], 1)} away; with half of all weights ${percent(plain[1], 1)}, with none ${percent(plain[2], 1)}: it then gives nothing but zeros.`,
      `Of ${number(blocks)} pairs that began with the same random weights, ${learned
        .map(
          ({ task, residual: ofResidual, plain: ofPlain }) =>
            `${number(ofResidual)} residual and ${number(ofPlain)} plain blocks learned to give ${tasks.en[task]}`,
        )
        .join('; ')}.`,
    ],
    zh: ({ residual, plain, blocks, learned }, { number, percent }) => [
      `用你的这些数，残差块的输出与输入相差输入长度的 ${percent(residual[0], 1)}。权重全部减半，差 ${percent(residual[1], 1)}；全部为零，差 ${percent(residual[2], 1)}。`,
      `普通块相差 ${percent(plain[0], 1)}；权重减半，差 ${percent(plain[1], 1)}；全部为零，差 ${percent(plain[2], 1)}，这时它只给出零。`,
      `${number(blocks)} 对块各从相同的随机权重出发：${learned
        .map(
          ({ task, residual: ofResidual, plain: ofPlain }) =>
            `学会输出${tasks.zh[task]}的，残差块有 ${number(ofResidual)} 个，普通块有 ${number(ofPlain)} 个`,
        )
        .join('；')}。`,
    ],
  },
  questions: [
    {
      id: 'zero',
      text: {
        en: 'All weights of a residual block’s branch are zero, and its input is (3, 0, 2). What does it give?',
        zh: '一个残差块分支上的权重全为零，输入是 (3, 0, 2)。它输出什么？',
      },
      options: [
        {
          text: { en: '(0, 0, 0)', zh: '(0, 0, 0)' },
          feedback: {
            en: 'That is what the plain block gives. Here the input is added before the last ReLU.',
            zh: '那是普通块的输出。这里在最后一个 ReLU 之前加上了输入。',
          },
        },
        {
          text: { en: '(3, 0, 2)', zh: '(3, 0, 2)' },
          feedback: {
            en: 'F is zero, and ReLU leaves what is not negative as it is.',
            zh: 'F 是零，而不为负的数经过 ReLU 不变。',
          },
        },
        {
          text: { en: '(6, 0, 4)', zh: '(6, 0, 4)' },
          feedback: {
            en: 'That needs F(x) = x, as with identity matrices. With zero weights F adds nothing.',
            zh: '那需要 F(x) = x，比如两层都是单位矩阵。权重为零时 F 什么也不加。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'half',
      text: {
        en: 'In your run: how much of the residual block’s distance from its input was left when all weights were halved?',
        zh: '在你的实验里：所有权重减半之后，残差块的输出与输入的距离还剩多少？',
      },
      options: [
        {
          text: { en: 'About a quarter', zh: '大约四分之一' },
          feedback: {
            en: 'Two layers, each with half its weights, make a quarter of F. The distance is exactly that unless the last ReLU cuts something off.',
            zh: '两层的权重各减半，F 就剩四分之一。只要最后的 ReLU 没有截掉什么，距离恰好就是这么多。',
          },
        },
        {
          text: { en: 'About half', zh: '大约一半' },
          feedback: {
            en: 'One layer would leave half of F; two leave a quarter. Half of the distance remains only where the last ReLU had cut off part of a large negative F.',
            zh: '一层会剩下 F 的一半，两层剩四分之一。只有当 F 是很大的负数、被最后的 ReLU 截掉一部分时，距离才会剩大约一半。',
          },
        },
        {
          text: { en: 'All of it', zh: '一点没少' },
          feedback: {
            en: 'F always shrinks to a quarter. The distance stays only if F is zero already, or so negative that the last ReLU shuts either way.',
            zh: 'F 总会缩到四分之一。只有 F 本来就是零，或者负得前后都让最后的 ReLU 关上，距离才不变。',
          },
        },
        {
          text: { en: 'More than all', zh: '比原来还多' },
          feedback: {
            en: 'It cannot grow: a smaller F of the same direction is nearer to zero in every number, and the last ReLU does not change that.',
            zh: '它不会变大：方向相同而更小的 F，每个数都更接近零，最后的 ReLU 也改变不了这一点。',
          },
        },
      ],
      right: ({ residual }) => left(residual),
    },
    {
      id: 'learned',
      text: {
        en: 'In your run: in which task did the plain blocks do best, compared with the residual ones?',
        zh: '在你的实验里：与残差块相比，普通块在哪个任务上表现最好？',
      },
      options: [
        {
          text: { en: 'Giving the input itself', zh: '输出输入本身' },
          feedback: {
            en: 'This is the task in which a residual block has next to nothing to learn: its F only has to go to zero.',
            zh: '在这个任务里，残差块几乎没有什么要学：F 变成零就行了。',
          },
        },
        {
          text: { en: 'Swapping its two numbers', zh: '把两个数对调' },
          feedback: {
            en: 'Here the residual block has to take its input away again before it can give the other number: the shortcut is of little use.',
            zh: '这里残差块得先把自己的输入减掉，才能给出另一个数：捷径没什么用处。',
          },
        },
        {
          text: { en: 'Giving their mean, twice', zh: '两个都输出平均值' },
          feedback: {
            en: 'One hidden unit is enough for a plain block here. The residual block needs a second one to take the difference away that the shortcut brings.',
            zh: '在这里，普通块有一个隐藏单元就够了。残差块还需要第二个，来减掉捷径带来的差别。',
          },
        },
      ],
      right: plainest,
    },
    {
      id: 'projection',
      text: {
        en: 'Which test tells, for any ResNet, whether a block needs a projection on its shortcut?',
        zh: '对任何 ResNet，怎样判断一个块的捷径上需不需要投影？',
      },
      options: [
        {
          text: { en: 'stride > 1', zh: 'stride > 1' },
          feedback: {
            en: 'It overlooks block 2a of ResNet-50: stride 1, but 64 channels become 256.',
            zh: '它漏掉了 ResNet-50 的块 2a：步幅是 1，但 64 个通道变成了 256 个。',
          },
        },
        {
          text: { en: 'It is the first block of a stage', zh: '它是一个阶段的第一个块' },
          feedback: {
            en: 'That happens to be right for ResNet-50, but in ResNet-34 the first block of conv2_x keeps 64 channels at stride 1 and has the identity.',
            zh: '对 ResNet-50 碰巧是对的；但 ResNet-34 里 conv2_x 的第一个块保持 64 个通道、步幅为 1，用的是恒等捷径。',
          },
        },
        {
          text: { en: 'stride != 1 or inputs != outputs', zh: 'stride != 1 or inputs != outputs' },
          feedback: {
            en: 'Whenever F(x) and x differ in size or in channels, and only then.',
            zh: '当且仅当 F(x) 与 x 的尺寸或通道数不同时。',
          },
        },
        {
          text: { en: 'The block is a bottleneck', zh: '它是瓶颈结构' },
          feedback: {
            en: 'Twelve of ResNet-50’s sixteen bottlenecks have an identity shortcut.',
            zh: 'ResNet-50 的十六个瓶颈块中，有十二个用的是恒等捷径。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'paths',
      text: {
        en: 'All ReLUs of a residual block are open, and through the branch y₁ changes by −1 with x₁. By how much does y₁ change with x₁ in all?',
        zh: '一个残差块的 ReLU 全是开的，沿分支看，x₁ 每变 1，y₁ 变 −1。总的来看，x₁ 每变 1，y₁ 变多少？',
      },
      options: [
        {
          text: { en: 'By at least 1, because of the shortcut', zh: '至少是 1，因为有捷径' },
          feedback: {
            en: 'The shortcut contributes exactly 1, but the branch is added to it and may be negative.',
            zh: '捷径的贡献恰好是 1，但分支的贡献要加进来，而它可以是负的。',
          },
        },
        {
          text: { en: 'By 0', zh: '0' },
          feedback: {
            en: '1 − 1 = 0. Such a cancellation is possible; over a whole batch of pictures and many channels it is unlikely.',
            zh: '1 − 1 = 0。这样的抵消是可能的；对一整批图片、许多通道来说则不大会发生。',
          },
        },
        {
          text: { en: 'By −1', zh: '−1' },
          feedback: {
            en: 'That is the branch’s part alone, as in the plain block.',
            zh: '那只是分支的部分，和普通块一样。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'bottleneck',
      text: {
        en: 'For 256 channels in and out, how many kernel weights does a bottleneck have, compared with a basic block?',
        zh: '进出都是 256 个通道时，瓶颈结构的卷积核权重与基本块相比是多少？',
      },
      options: [
        {
          text: {
            en: 'About a third more: three layers instead of two',
            zh: '多大约三分之一：三层而不是两层',
          },
          feedback: {
            en: 'Layers do not cost the same. Two of the three are 1×1, and the 3×3 works on a quarter of the channels.',
            zh: '各层的代价并不相同。三层里有两层是 1×1，而 3×3 只在四分之一的通道上做。',
          },
        },
        {
          text: { en: 'About the same', zh: '差不多' },
          feedback: {
            en: 'That holds for a basic block of 64 channels against a bottleneck of 256, not for equal channels.',
            zh: '64 个通道的基本块与 256 个通道的瓶颈结构相比才是这样；通道数相同时不是。',
          },
        },
        {
          text: { en: 'About a seventeenth', zh: '大约十七分之一' },
          feedback: {
            en: '17/16 · C² against 18 · C².',
            zh: '17/16 · C² 对 18 · C²。',
          },
        },
      ],
      right: 2,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A block computes y = ReLU(F(x) + x), and x has no negative entries. What is y if all weights of F are zero?',
        zh: '一个块计算 y = ReLU(F(x) + x)，x 没有负的分量。如果 F 的权重全为零，y 是什么？',
      },
      options: [
        {
          text: { en: 'Zero', zh: '零' },
          feedback: {
            en: 'Without the shortcut it would be. Here x is added to F before the last ReLU.',
            zh: '没有捷径的话就是。这里 x 在最后一个 ReLU 之前加到了 F 上。',
          },
        },
        {
          text: { en: 'x', zh: 'x' },
          feedback: { en: 'ReLU(0 + x) = x.', zh: 'ReLU(0 + x) = x。' },
        },
        {
          text: { en: '2x', zh: '2x' },
          feedback: {
            en: 'That would need F(x) = x; with zero weights F(x) is zero.',
            zh: '那需要 F(x) = x；权重为零时 F(x) 是零。',
          },
        },
        {
          text: { en: 'It depends on x', zh: '要看 x 是什么' },
          feedback: {
            en: 'For every x without negative entries the answer is the same: x itself.',
            zh: '只要 x 没有负的分量，答案都一样：就是 x 本身。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'Which weights of F make the block y = ReLU(F(x) + x) hand on every x without negative entries unchanged?',
        zh: 'F 的权重取什么，块 y = ReLU(F(x) + x) 才会把每个没有负分量的 x 原样传下去？',
      },
      options: [
        {
          text: { en: 'Identity matrices in every layer', zh: '每一层都是单位矩阵' },
          feedback: {
            en: 'Then F(x) = x and the block gives 2x. The plain block would hand x on.',
            zh: '那样 F(x) = x，块给出 2x。会把 x 传下去的是普通块。',
          },
        },
        {
          text: { en: 'None: the last ReLU prevents it', zh: '没有：最后的 ReLU 不允许' },
          feedback: {
            en: 'ReLU leaves what is not negative as it is, and x is not negative.',
            zh: '不为负的数经过 ReLU 不变，而 x 不为负。',
          },
        },
        {
          text: { en: 'Zero in every layer', zh: '每一层都是零' },
          feedback: { en: 'F(x) = 0 and ReLU(x) = x.', zh: 'F(x) = 0，ReLU(x) = x。' },
        },
        {
          text: { en: 'Ones in every entry', zh: '每个权重都是一' },
          feedback: {
            en: 'Then F adds sums of the entries of x, and the output is larger than x.',
            zh: '那样 F 会加上 x 各分量之和，输出比 x 大。',
          },
        },
      ],
      right: 2,
    },
  },
});
