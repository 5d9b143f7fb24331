import { defineLesson } from '$lib/lesson/define.ts';
import { className } from '$lib/viz/className.ts';
import type { Removed, Result } from '../experiments/ensemble-of-paths/result.ts';
import recorded from '../recorded/ensemble-of-paths.json';

export type { Result };

const changed = ({ removed }: Result): readonly Removed[] => removed.filter(({ same }) => !same);

/** Other answers, and the removals that lead to each: '“tiger cat” without 2a, 2b' is one. */
function answersOf(removed: readonly Removed[]): readonly { label: string; blocks: string }[] {
  const labels = [...new Set(removed.map(({ label }) => label))];
  return labels.map((label) => ({
    label: className(label),
    blocks: removed.flatMap((one) => (one.label === label ? one.block : [])).join(', '),
  }));
}

const worst = ({ removed }: Result): Removed =>
  removed.reduce((least, one) => (one.probability < least.probability ? one : least));

/** Removals that make the class more probable. */
const gains = ({ base, removed }: Result): number =>
  removed.filter(({ probability }) => probability > base).length;

/** As the question tells it, before anything runs. */
const sure = Math.round(recorded.result.base * 100);

const stageOf = ({ block }: Removed): number => Number(block[0]) - 2;

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/ensemble-of-paths/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: `ResNet-50 looks at Chelsea the cat and answers “Egyptian cat”, with ${sure} % of the probability. Then each of its 16 blocks is removed, one at a time, and nothing is trained again. How many of the 16 damaged networks give another answer?`,
      zh: `ResNet-50 看猫咪 Chelsea，答“Egyptian cat”，概率 ${sure} %。然后把 16 个块逐个去掉（每次只去掉一个），不再训练。这 16 个受损的网络中，有多少个会给出别的答案？`,
    },
    options: [
      { en: 'None: one path more or less makes no difference', zh: '一个也没有：多一条路、少一条路没有区别' },
      { en: 'One to three', zh: '1 到 3 个' },
      { en: 'Four to eight', zh: '4 到 8 个' },
      { en: 'More than half of them', zh: '超过一半' },
    ],
    outcome: (result) => {
      const count = changed(result).length;
      return count === 0 ? 0 : count <= 3 ? 1 : count <= 8 ? 2 : 3;
    },
  },
  happened: {
    en: (result, { number, percent }) => {
      const others = changed(result);
      const one = worst(result);
      return [
        `The whole network answers “${className(result.label)}” with ${percent(result.base)}.`,
        others.length === 0
          ? 'Not one of the 16 removals changes that answer.'
          : `Removals that change that answer: ${number(others.length)} of 16. ${answersOf(others)
              .map(({ label, blocks }) => `Without ${blocks} it is “${label}”.`)
              .join(' ')}`,
        `What costs most is block ${one.block}: without it the probability is ${percent(one.probability)}.`,
        gains(result) === 0
          ? 'No removal makes the class more probable.'
          : `Removals that make the class more probable than it was: ${number(gains(result))}. A block’s share in one answer can be negative.`,
      ];
    },
    zh: (result, { number, percent }) => {
      const others = changed(result);
      const one = worst(result);
      return [
        `完整的网络答“${className(result.label)}”，概率 ${percent(result.base)}。`,
        others.length === 0
          ? '16 次去除中，没有一次改变这个答案。'
          : `16 次去除中，有 ${number(others.length)} 次改变了答案：${answersOf(others)
              .map(({ label, blocks }) => `去掉 ${blocks.replaceAll(', ', '、')} 之后答“${label}”`)
              .join('，')}。`,
        `代价最大的是块 ${one.block}：去掉它以后，概率只有 ${percent(one.probability)}。`,
        gains(result) === 0
          ? '没有哪一次去除让这个类别的概率变大。'
          : `有 ${number(gains(result))} 次去除反而让这个类别的概率变大：一个块对某个答案的贡献可以是负的。`,
      ];
    },
  },
  questions: [
    {
      id: 'worst-stage',
      text: {
        en: 'In the run above, in which stage does the block stand whose removal costs the class most of its probability?',
        zh: '在上面的运行中，去掉后让该类别概率损失最大的那个块，在哪个阶段？',
      },
      options: [
        {
          text: { en: 'conv2_x (2a to 2c)', zh: 'conv2_x（2a 到 2c）' },
          feedback: {
            en: 'The first stage makes the features that everything later is built from. In short networks the early blocks change the signal most and are hard to do without.',
            zh: '第一个阶段产生后面一切所依赖的特征。在不太深的网络里，早期的块对信号改变最大，也最难缺少。',
          },
        },
        {
          text: { en: 'conv3_x (3a to 3d)', zh: 'conv3_x（3a 到 3d）' },
          feedback: {
            en: 'Over the sixteen samples 3a and 3d are costly too: more so than any block of the last stage. Compare the bars of your own run.',
            zh: '在 16 张示例上，3a 和 3d 的代价也很大，比最后一个阶段的任何块都大。请对照自己这次运行的柱形。',
          },
        },
        {
          text: { en: 'conv4_x (4a to 4f)', zh: 'conv4_x（4a 到 4f）' },
          feedback: {
            en: 'The longest stage has the most spare blocks, but its first one, 4a, brings the map to a new size and new channels. Compare the bars of your own run.',
            zh: '最长的阶段里可替代的块最多，不过它的第一个块 4a 把特征图带到新的尺寸和新的通道。请对照自己这次运行的柱形。',
          },
        },
        {
          text: { en: 'conv5_x (5a to 5c)', zh: 'conv5_x（5a 到 5c）' },
          feedback: {
            en: 'Where the network is sure, the last block is often the one that matters most to the probability, because it sharpens the answer. It rarely changes it.',
            zh: '当网络很有把握时，对概率影响最大的往往是最后一个块，因为它使答案更鲜明；但它很少改变答案。',
          },
        },
      ],
      right: (result) => stageOf(worst(result)),
    },
    {
      id: 'half',
      text: {
        en: 'Removing one block of 16 destroys every path that takes its branch. How many of the 65,536 paths is that, and why does the answer survive so often?',
        zh: '从 16 个块中去掉一个，所有经过它残差分支的路径都断了。这占 65,536 条路径的多少？答案为什么仍常常不变？',
      },
      options: [
        {
          text: {
            en: 'Half of them. The others still carry the signal in the same space of features.',
            zh: '一半。其余的路径仍在同一个特征空间里传递信号。',
          },
          feedback: {
            en: 'At each block a path takes the branch or the shortcut, so half of all paths take any given branch. The rest still arrive, and in the space that the later layers know.',
            zh: '每条路径在每个块或走分支、或走捷径，所以经过某一个分支的正好是一半。其余的照样到达，而且处在后面各层认识的空间里。',
          },
        },
        {
          text: {
            en: 'One of 16 (6 %). So little is missing that it does not matter.',
            zh: '十六分之一（6 %）。缺得很少，所以无关紧要。',
          },
          feedback: {
            en: 'That is the share of blocks, not of paths. A branch lies on half of all paths.',
            zh: '那是块的比例，不是路径的比例。一个分支位于一半的路径上。',
          },
        },
        {
          text: {
            en: 'All of them. The network computes the block again from its neighbours.',
            zh: '全部。网络会由相邻的块重新算出它。',
          },
          feedback: {
            en: 'Nothing is repaired at inference: what the block added is missing for good. A plain network does lose all its paths, because it has only one.',
            zh: '推理时什么都不会修复，这个块所加的内容就是没有了。倒是普通网络会失去全部路径，因为它只有一条。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'arrows',
      text: {
        en: 'There are 12,870 paths of length 8. The norm of one path’s gradient times 12,870 is far more than the norm of their sum. Why?',
        zh: '长度为 8 的路径有 12,870 条。单条路径梯度的范数乘以 12,870，远大于它们之和的范数。为什么？',
      },
      options: [
        {
          text: {
            en: 'Their gradients point in different directions and partly cancel',
            zh: '它们的梯度方向各异，部分相互抵消',
          },
          feedback: {
            en: 'The norm of a sum is at most the sum of the norms, and equal only if all point the same way. This is why number times norm is no measure of what a length carries.',
            zh: '和的范数至多等于范数之和，只有方向全都相同时才相等。所以“条数乘范数”不能衡量某个长度传递了多少梯度。',
          },
        },
        {
          text: {
            en: 'Rounding: float16 cannot hold numbers that small',
            zh: '舍入误差：float16 存不下这么小的数',
          },
          feedback: {
            en: 'The weights are stored as float16, but the arithmetic is float32, and the parts add up to the whole gradient. The cancellation is real.',
            zh: '权重以 float16 存储，但计算用的是 float32，而且各部分加起来正好等于整个梯度。抵消是真实的。',
          },
        },
        {
          text: { en: 'Most of the paths are cut by ReLUs', zh: '大多数路径被 ReLU 切断' },
          feedback: {
            en: 'Those are already counted: a path whose ReLUs are closed has a small norm itself. What is missing in the product is direction.',
            zh: '这已经算在内了：ReLU 关闭的路径，自己的范数就小。乘积里缺少的是方向。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'independent',
      text: {
        en: 'What would a true ensemble of 65,536 networks have that the paths of ResNet-50 do not?',
        zh: '真正由 65,536 个网络组成的集成，有什么是 ResNet-50 的路径所没有的？',
      },
      options: [
        {
          text: {
            en: 'Members with weights of their own, each trained to answer alone',
            zh: '各有自己的权重、各自训练得能单独作答的成员',
          },
          feedback: {
            en: 'All paths share the same 16 branches, were trained together for one loss, and what a branch computes depends on all that came before it.',
            zh: '所有路径共用同样的 16 个分支，为同一个损失一起训练，而且一个分支算出什么，取决于它之前的一切。',
          },
        },
        {
          text: { en: 'An average in place of a sum', zh: '取平均，而不是求和' },
          feedback: {
            en: 'That would be a matter of a constant factor. The point is whether the members are networks of their own.',
            zh: '那只差一个常数因子。问题在于各成员是不是独立的网络。',
          },
        },
        {
          text: { en: 'Paths of different lengths', zh: '长短不同的路径' },
          feedback: {
            en: 'ResNet-50 has those: from none of the branches to all 16.',
            zh: 'ResNet-50 就有：从一个分支都不走到走完全部 16 个。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'saved',
      text: {
        en: 'A ResNet was trained with stochastic depth. How much computing does one picture save when the trained network is used?',
        zh: '一个 ResNet 用随机深度训练过。训练好以后，每张图片能省下多少计算？',
      },
      options: [
        {
          text: {
            en: 'None: every branch is computed, and scaled by its survival probability',
            zh: '一点也不省：每个分支都要计算，再乘以它的保留概率',
          },
          feedback: {
            en: 'Branches are dropped in training only. (With the inverted scaling that libraries use, the factor stands in training instead; the cost at inference is the same.)',
            zh: '只有训练时才丢弃分支。（库里常用的反向缩放把因子放在训练时，推理的计算量相同。）',
          },
        },
        {
          text: { en: 'As many blocks as were dropped on average', zh: '平均丢弃了多少个块，就省多少' },
          feedback: {
            en: 'That is what training saves. The network that is used afterwards is the whole one.',
            zh: '那是训练时省下的。之后使用的是完整的网络。',
          },
        },
        {
          text: {
            en: 'It depends on the picture: easy ones skip more blocks',
            zh: '看图片而定：容易的图片跳过更多的块',
          },
          feedback: {
            en: 'Nothing in a ResNet decides to skip. Networks with such gates exist, and are trained for it.',
            zh: 'ResNet 里没有什么会决定跳过。带这种门控的网络是有的，但要专门训练。',
          },
        },
      ],
      right: 0,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A residual network has 4 blocks, each with a shortcut and a branch. How many different ways lead from its input to its output?',
        zh: '一个残差网络有 4 个块，每块有一条捷径和一个分支。从输入到输出共有多少条不同的路径？',
      },
      options: [
        {
          text: { en: '4', zh: '4' },
          feedback: {
            en: 'One per block would be a choice between blocks; here each block offers a choice.',
            zh: '每块一条，那是在块之间选择；这里是每个块都可以选择。',
          },
        },
        {
          text: { en: '8', zh: '8' },
          feedback: {
            en: 'Choices multiply, they do not add up: 2 · 2 · 2 · 2.',
            zh: '选择是相乘，不是相加：2 · 2 · 2 · 2。',
          },
        },
        {
          text: { en: '16', zh: '16' },
          feedback: { en: 'Two ways at each of four blocks, 2⁴.', zh: '四个块各有两种走法，2⁴。' },
        },
        {
          text: { en: '24', zh: '24' },
          feedback: {
            en: 'That would count orders. The blocks stand in a fixed order; each is taken or passed by.',
            zh: '那是排列数。块的次序是固定的，每个块或走或绕。',
          },
        },
      ],
      right: 2,
    },
    after: {
      text: {
        en: 'A residual network has 5 blocks, and the branch of one is removed. How many ways still lead from its input to its output?',
        zh: '一个残差网络有 5 个块，去掉其中一个块的分支。从输入到输出还剩多少条路径？',
      },
      options: [
        {
          text: { en: '4', zh: '4' },
          feedback: {
            en: 'Four blocks are left, and each still offers two ways: 2⁴.',
            zh: '剩下四个块，每块仍有两种走法：2⁴。',
          },
        },
        {
          text: { en: '16', zh: '16' },
          feedback: {
            en: 'Of the 2⁵ = 32 ways the half that took the branch is gone.',
            zh: '原来的 2⁵ = 32 条里，经过该分支的一半没有了。',
          },
        },
        {
          text: { en: '31', zh: '31' },
          feedback: {
            en: 'Not one way is lost, but all that took this branch: half of 32.',
            zh: '失去的不是一条，而是经过这个分支的所有路径：32 条的一半。',
          },
        },
        {
          text: { en: '0', zh: '0' },
          feedback: {
            en: 'So it is in a plain network, which has one way only. Here the shortcut is still there.',
            zh: '普通网络才会这样，因为它只有一条路。这里捷径还在。',
          },
        },
      ],
      right: 1,
    },
  },
});
