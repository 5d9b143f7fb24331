import { defineLesson } from '$lib/lesson/define.ts';

export interface Result {
  readonly programs: number;
  /** Ids of those that stop with an error. */
  readonly stopped: readonly string[];
  /** By the reader; the others were shown. */
  readonly found: number;
  /** With the first line that was marked. */
  readonly atOnce: number;
  /** Without looking at the output first. */
  readonly withoutRunning: number;
}

export default defineLesson<Result>({
  needs: 'nothing',
  experiment: () => import('../experiments/read-this-code/Experiment.svelte'),
  recorded: null,
  prediction: {
    question: {
      en: 'Nine programs, one mistake in each. How many of them stop with an error message?',
      zh: '九个程序，各有一个错误。其中有几个会报错停止？',
    },
    options: [
      { en: 'All nine', zh: '九个都会' },
      { en: 'Most: five to eight', zh: '多数：五到八个' },
      { en: 'A few: two to four', zh: '少数：两到四个' },
      { en: 'One or none', zh: '一个，或者一个也没有' },
    ],
    outcome: ({ programs, stopped }) => {
      if (stopped.length === programs) return 0;
      if (stopped.length > 4) return 1;
      return stopped.length > 1 ? 2 : 3;
    },
  },
  happened: {
    en: ({ programs, stopped, found, atOnce, withoutRunning }, { number }) => [
      `${number(stopped.length)} of the ${number(programs)} programs stop with an error; ${number(programs - stopped.length)} run to their end and print something that looks like a result.`,
      found === programs
        ? `You found all ${number(programs)} mistakes, ${number(atOnce)} of them with the first line that you marked, ${number(withoutRunning)} without looking at the output first.`
        : `You found ${number(found)} of the mistakes, ${number(atOnce)} of them with the first line that you marked; ${number(programs - found)} were shown to you.`,
    ],
    zh: ({ programs, stopped, found, atOnce, withoutRunning }, { number }) => [
      `${number(programs)} 个程序中有 ${number(stopped.length)} 个报错停止；另外 ${number(programs - stopped.length)} 个一直运行到底，打印出看似正常的结果。`,
      found === programs
        ? `${number(programs)} 个错误你全都找到了，其中 ${number(atOnce)} 个是第一次标记就找对的，${number(withoutRunning)} 个没有先看输出。`
        : `你找到了 ${number(found)} 个错误，其中 ${number(atOnce)} 个是第一次标记就找对的；另外 ${number(programs - found)} 个是揭晓的。`,
    ],
  },
  questions: [
    {
      id: 'silent',
      text: {
        en: 'How many of the programs ran to their end although something was wrong?',
        zh: '有多少个程序虽然有错，却一直运行到底？',
      },
      options: [
        {
          text: { en: 'None', zh: '一个也没有' },
          feedback: {
            en: 'Look at what the one for pictures prints, for instance: sixteen answers, no complaint.',
            zh: '比如看看“送图片”那个打印了什么：十六个答案，毫无怨言。',
          },
        },
        {
          text: { en: 'Fewer than half', zh: '不到一半' },
          feedback: {
            en: 'Only shapes and names are checked by anybody. Count those programs whose mistake is in one of them.',
            zh: '有人检查的只是形状和名字。数一数哪些程序的错误属于这两种。',
          },
        },
        {
          text: { en: 'More than half', zh: '超过一半' },
          feedback: {
            en: 'Only shapes and names are checked by anybody; values, modes, places and orders are not.',
            zh: '有人检查的只是形状和名字；数值、模式、位置和次序都没有人检查。',
          },
        },
      ],
      right: ({ programs, stopped }) => {
        const silent = programs - stopped.length;
        if (silent === 0) return 0;
        return silent > programs / 2 ? 2 : 1;
      },
    },
    {
      id: 'trace',
      text: {
        en: 'The program of the first block stops in forward, at the sum. Where is its mistake?',
        zh: '“第一个块”那个程序在 forward 的相加处停下。错误在哪里？',
      },
      options: [
        {
          text: { en: 'In the sum', zh: '在相加的那一行' },
          feedback: {
            en: 'The sum is right; it is where two shapes meet that should have been made alike before.',
            zh: '相加没有错；只是两种本该先变得相同的形状在那里碰了头。',
          },
        },
        {
          text: { en: 'In the test that decides on a projection', zh: '在决定要不要投影的判断里' },
          feedback: {
            en: 'A trace tells where a program fell, not where it was tripped up.',
            zh: '错误信息告诉你程序倒在哪里，不告诉你它在哪里被绊了脚。',
          },
        },
        {
          text: { en: 'In the branch, which has too many channels', zh: '在分支里，通道太多了' },
          feedback: {
            en: 'Four times the width is what a bottleneck gives.',
            zh: '宽度的四倍正是瓶颈块该给的。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'frozen',
      text: {
        en: 'All parameters of a body have requires_grad = False, and the model is in training mode. What of the body still changes?',
        zh: '主干的所有参数都设了 requires_grad = False，而模型处于训练模式。主干里还有什么会变？',
      },
      options: [
        {
          text: { en: 'Nothing', zh: '什么也不变' },
          feedback: {
            en: 'No parameter does. But batch norm stores more than parameters.',
            zh: '参数确实不变。但批归一化存的不只是参数。',
          },
        },
        {
          text: {
            en: 'The moving means and variances of batch norm',
            zh: '批归一化的滑动均值和方差',
          },
          feedback: {
            en: 'They are no parameters, they follow the batches, and with them the features change.',
            zh: '它们不是参数，而是跟着每一批数据走，特征也随之改变。',
          },
        },
        {
          text: { en: 'γ and β of batch norm', zh: '批归一化的 γ 和 β' },
          feedback: {
            en: 'Those are parameters, and frozen like the kernels.',
            zh: '它们是参数，和卷积核一样被冻结了。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'padding',
      text: {
        en: 'A 3×3 convolution with stride 2 and padding="same" in Keras, on a map of side 56. How many rows of zeros are put above, and how many below?',
        zh: '在 Keras 中，对边长 56 的特征图做步幅 2、padding="same" 的 3×3 卷积。上方补几行零，下方补几行？',
      },
      options: [
        {
          text: { en: 'One above, one below', zh: '上下各一行' },
          feedback: {
            en: 'That is PyTorch’s padding=1. For "same", the total is (28 − 1) · 2 + 3 − 56 = 1.',
            zh: '那是 PyTorch 的 padding=1。“same”的总行数是 (28 − 1) · 2 + 3 − 56 = 1。',
          },
        },
        {
          text: { en: 'None above, one below', zh: '上方不补，下方一行' },
          feedback: {
            en: 'The total is (28 − 1) · 2 + 3 − 56 = 1, and an odd one goes below.',
            zh: '总行数是 (28 − 1) · 2 + 3 − 56 = 1，单出来的一行补在下方。',
          },
        },
        {
          text: { en: 'One above, none below', zh: '上方一行，下方不补' },
          feedback: {
            en: 'The total is one; but the odd row goes below.',
            zh: '总数确实是一行，但单出来的一行补在下方。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'check',
      text: {
        en: 'Which single check would have caught the wrong stride, the wrong padding and the wrong preprocessing alike?',
        zh: '哪一项检查能同时查出步幅、填充和预处理的错误？',
      },
      options: [
        {
          text: { en: 'Comparing all shapes', zh: '比较所有的形状' },
          feedback: {
            en: 'In all three programs every shape is right.',
            zh: '三个程序里每个形状都是对的。',
          },
        },
        {
          text: { en: 'Watching whether the loss goes down', zh: '看损失是否下降' },
          feedback: {
            en: 'Nothing was trained in them; and with a new head on top the loss would go down all the same, only less far.',
            zh: '这些程序里什么也没有训练；即使在上面接一个新的分类头，损失照样会下降，只是降得少一些。',
          },
        },
        {
          text: {
            en: 'Comparing the values for one known picture with those of a reference',
            zh: '用一张已知的图片，把数值与参照实现比较',
          },
          feedback: {
            en: 'A few stored numbers of a program that is known to be right catch whatever changes values.',
            zh: '只要存下一个确知正确的程序的几个数，凡是改变数值的错误都逃不掉。',
          },
        },
      ],
      right: 2,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A program loads pretrained weights without any message and gives outputs of the right shape. What follows?',
        zh: '一个程序没有任何提示地载入了预训练权重，输出的形状也对。由此能得出什么？',
      },
      options: [
        {
          text: {
            en: 'The network is the one that the weights were trained in',
            zh: '这就是训练那些权重的网络',
          },
          feedback: {
            en: 'Strides, padding and preprocessing have no weights: they can all be wrong.',
            zh: '步幅、填充和预处理没有权重：它们都可能是错的。',
          },
        },
        {
          text: {
            en: 'Names and shapes fit; the values may still be wrong',
            zh: '名字和形状相符；数值仍可能是错的',
          },
          feedback: {
            en: 'Only a comparison of values with a reference tells more.',
            zh: '要知道更多，只有把数值与参照比较。',
          },
        },
        {
          text: { en: 'The predictions are right, if not certain', zh: '预测是对的，只是不一定有把握' },
          feedback: {
            en: 'They can be plausible and the same for every picture.',
            zh: '它们可能像模像样，却对每张图片都一样。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'You have ported a ResNet to another library; all weights load and all shapes agree. What do you do before you use it?',
        zh: '你把一个 ResNet 移植到了另一个库；权重都能载入，形状都一致。使用之前该做什么？',
      },
      options: [
        {
          text: { en: 'Nothing: weights that load fit', zh: '什么也不用做：能载入就说明匹配' },
          feedback: {
            en: 'Stride, padding, epsilon and preprocessing are in no weight file’s shapes.',
            zh: '步幅、填充、epsilon 和预处理都不体现在权重的形状里。',
          },
        },
        {
          text: { en: 'Count its parameters', zh: '数一数参数' },
          feedback: {
            en: 'The count is the same for v1 and v1.5, and for every padding.',
            zh: 'v1 和 v1.5 的参数一样多，无论怎样填充也一样多。',
          },
        },
        {
          text: {
            en: 'Compare its values with the original’s, layer by layer, on one picture',
            zh: '用一张图片，逐层把数值与原来的网络比较',
          },
          feedback: {
            en: 'The first layer that differs is where to look.',
            zh: '第一个出现差异的层，就是该去看的地方。',
          },
        },
      ],
      right: 2,
    },
  },
});
