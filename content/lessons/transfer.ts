import { defineLesson } from '$lib/lesson/define.ts';
import { wilson } from '$lib/model/binomial.ts';
import { groups } from '../experiments/transfer/groups.ts';
import type { Result } from '../experiments/transfer/result.ts';
import { words } from '../experiments/transfer/words.ts';
import recordedJson from '../recorded/transfer.json';

export type { Result };

// JSON knows no pairs.
const recorded = recordedJson as unknown as Omit<typeof recordedJson, 'result'> & { readonly result: Result };

/** The group that gets most answers besides those of its own: its column without the diagonal. */
const strangers = ({ matrix }: Result, group: number): number =>
  matrix.reduce((sum, row, i) => sum + (i === group ? 0 : row[group]), 0);

/** Wrong answers to pictures of a group: its row without the diagonal. */
const missed = ({ matrix }: Result, group: number): number =>
  matrix[group].reduce((sum, count, k) => sum + (k === group ? 0 : count), 0);

/** The group whose own pictures are missed most often; of several the one that attracts fewest others. */
function hardest(result: Result): number {
  const scores = groups.map((_, i) => missed(result, i) - strangers(result, i) / 100);
  return scores.indexOf(Math.max(...scores));
}

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/transfer/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: '21 photographs in five groups that the network was never trained on. Each is asked about once, by the means of the features of all others: no training, four or five examples a group. How many answers are right?',
      zh: '21 张照片，分成网络从未学过的五组。逐张提问，用其余照片特征的组均值来回答：不做任何训练，每组只有四五个例子。会答对多少？',
    },
    options: [
      { en: '4 to 7: about chance', zh: '4 到 7 张：接近随机' },
      { en: '8 to 12: about half', zh: '8 到 12 张：大约一半' },
      { en: '13 to 18: most of them', zh: '13 到 18 张：大多数' },
      { en: '19 to 21: nearly all', zh: '19 到 21 张：几乎全部' },
    ],
    outcome: ({ right: { raw } }) => (raw >= 19 ? 3 : raw >= 13 ? 2 : raw >= 8 ? 1 : 0),
  },
  happened: {
    en: (result, { number, percent }) => {
      const { pictures, majority, right, colours, probabilities, wrong } = result;
      const { low, high } = wilson(right.raw, pictures);
      return [
        `The nearest mean of the features is right on ${number(right.raw)} of ${number(pictures)} pictures (${percent(right.raw / pictures)}; 95 % interval ${percent(low)} to ${percent(high)}).`,
        `Always saying the largest group would be right on ${number(majority)}, the same classifier on a grid of colours is right on ${number(colours)}, on the network’s thousand probabilities on ${number(probabilities)}.`,
        `With features brought to length one it is ${number(right.unit)}, with standardised ones ${number(right.standardised)}.`,
        wrong.length === 0
          ? 'No picture is answered with a wrong group.'
          : `Wrong are: ${wrong.map(({ picture, answer }) => `${words.en.pictures[picture as keyof typeof words.en.pictures]} (answered “${words.en.groups[groups[answer].id]}”)`).join(', ')}.`,
      ];
    },
    zh: (result, { number, percent }) => {
      const { pictures, majority, right, colours, probabilities, wrong } = result;
      const { low, high } = wilson(right.raw, pictures);
      return [
        `用特征的最近类均值，${number(pictures)} 张照片答对 ${number(right.raw)} 张（${percent(right.raw / pictures)}；95 % 区间 ${percent(low)} 到 ${percent(high)}）。`,
        `总是回答最大的一组能对 ${number(majority)} 张；同样的分类器用在颜色网格上，对 ${number(colours)} 张；用在网络的一千个概率上，对 ${number(probabilities)} 张。`,
        `特征长度归一后对 ${number(right.unit)} 张，标准化后对 ${number(right.standardised)} 张。`,
        wrong.length === 0
          ? '没有一张被答到错误的组里。'
          : `答错的是：${wrong.map(({ picture, answer }) => `${words.zh.pictures[picture as keyof typeof words.zh.pictures]}（答成“${words.zh.groups[groups[answer].id]}”）`).join('、')}。`,
      ];
    },
  },
  questions: [
    {
      id: 'hardest',
      text: {
        en: 'In the run, with features as they are, which group’s own pictures are missed most often?',
        zh: '在这次运行中（特征保持原样），哪一组自己的照片最常被答错？',
      },
      options: [
        {
          text: { en: 'Cats', zh: '猫科动物' },
          feedback: {
            en: 'Three of them are house cats and near each other; the jaguars in their rocks are the odd ones. Read the row of the table.',
            zh: '其中三张是家猫，彼此很近；岩石间的美洲豹比较特别。请看表中这一行。',
          },
        },
        {
          text: { en: 'Other beasts of prey', zh: '其他食肉动物' },
          feedback: {
            en: 'A dog, a bear, a red panda and a raccoon: kin by descent and not by looks, in front of very different grounds. Their mean lies between all of them, near none.',
            zh: '狗、北极熊、小熊猫和浣熊：亲缘相近，长相却不像，背景也各不相同。它们的均值落在中间，离谁都不近。',
          },
        },
        {
          text: { en: 'Hoofed animals', zh: '有蹄动物' },
          feedback: {
            en: 'Bison, pig and sheep stand on grass on four legs and find each other; the giraffes are the odd ones. Read the row of the table.',
            zh: '野牛、猪、绵羊都四条腿站在草地上，彼此接近；长颈鹿比较特别。请看表中这一行。',
          },
        },
        {
          text: { en: 'Birds', zh: '鸟类' },
          feedback: {
            en: 'Macaw, hens, duck and owl look unlike each other, but share what only birds have. Read the row of the table.',
            zh: '金刚鹦鹉、母鸡、鸭和猫头鹰样子各异，但有鸟类独有的东西。请看表中这一行。',
          },
        },
        {
          text: { en: 'Buildings', zh: '建筑' },
          feedback: {
            en: 'Walls, edges and skies are unlike any animal. Read the row of the table.',
            zh: '墙面、棱角和天空，与任何动物都不像。请看表中这一行。',
          },
        },
      ],
      right: hardest,
    },
    {
      id: 'parameters',
      text: {
        en: 'You train a linear probe for 10 classes on ResNet-50’s features. How many parameters does it have?',
        zh: '在 ResNet-50 的特征上训练一个 10 类的线性探测，它有多少个参数？',
      },
      options: [
        {
          text: { en: '2,058', zh: '2058' },
          feedback: {
            en: 'Each class has weights of its own: 2048 · 10, plus ten biases.',
            zh: '每个类别都有自己的权重：2048 · 10，再加十个偏置。',
          },
        },
        {
          text: { en: '20,490', zh: '20490' },
          feedback: { en: '2048 · 10 + 10.', zh: '2048 · 10 + 10。' },
        },
        {
          text: { en: '1,003,530', zh: '1003530' },
          feedback: {
            en: 'That is 7 · 7 · 2048 · 10 + 10: the map flattened, not averaged. Forty-nine times as many weights, and most of them useless.',
            zh: '那是 7 · 7 · 2048 · 10 + 10：把特征图展平而不是取平均。权重多了四十九倍，大多没有用。',
          },
        },
        {
          text: { en: '25.6 million', zh: '2560 万' },
          feedback: {
            en: 'The body is there, but it is frozen: none of its parameters is trained.',
            zh: '主干是在的，但冻结了，它的参数一个也不训练。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'frozen',
      text: {
        en: 'In PyTorch you set `requires_grad = False` for all parameters of the body and call `model.train()`. What still changes in the body?',
        zh: '在 PyTorch 里把主干全部参数的 `requires_grad` 设为 `False`，再调用 `model.train()`。主干里还有什么会变？',
      },
      options: [
        {
          text: { en: 'Nothing.', zh: '什么都不变。' },
          feedback: {
            en: 'The moving mean and variance are buffers, not parameters. The second program shows them move.',
            zh: '滑动均值和方差是缓冲区，不是参数。第二个程序显示它们在变。',
          },
        },
        {
          text: {
            en: 'The moving means and variances of batch norm, and so what the body computes.',
            zh: '批归一化的滑动均值和方差，因而主干算出的东西也会变。',
          },
          feedback: {
            en: 'Call `eval()` on these layers after every `train()`.',
            zh: '每次 `train()` 之后，要对这些层调用 `eval()`。',
          },
        },
        {
          text: { en: 'γ and β of batch norm.', zh: '批归一化的 γ 和 β。' },
          feedback: {
            en: 'They are parameters, and get no gradient.',
            zh: '它们是参数，得不到梯度。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'leak',
      text: {
        en: 'Two thousand frames of three cameras, every tenth frame is a test picture: 98 % right. In use it is 60 %. What is the likeliest reason?',
        zh: '三个摄像头的两千帧画面，每十帧取一帧作测试，准确率 98 %；实际使用时只有 60 %。最可能的原因是什么？',
      },
      options: [
        {
          text: { en: 'Too few epochs of training', zh: '训练轮数太少' },
          feedback: {
            en: 'The training accuracy would be low, too.',
            zh: '那样训练准确率也会低。',
          },
        },
        {
          text: {
            en: 'The test frames have near twins among the training frames; the new cameras and days have none.',
            zh: '测试帧在训练帧里有几乎一样的孪生帧；新的摄像头和日子却没有。',
          },
          feedback: {
            en: 'Split by camera and day, and the 98 % will come down to what you will meet.',
            zh: '按摄像头和日期划分，98 % 就会降到你实际会遇到的水平。',
          },
        },
        {
          text: { en: 'ResNet-50 is too small for the task.', zh: 'ResNet-50 对这个任务来说太小。' },
          feedback: {
            en: 'A larger network remembers the frames just as well.',
            zh: '更大的网络照样会记住这些帧。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'regularised',
      text: {
        en: 'You need features for a linear probe and may choose between two ResNet-50s: 76.1 %, and 80.9 % with label smoothing and mixup. Which?',
        zh: '你需要给线性探测提取特征，有两个 ResNet-50 可选：76.1 % 的，和用了标签平滑与 mixup 的 80.9 %。选哪个？',
      },
      options: [
        {
          text: { en: 'The second: better is better.', zh: '第二个：更好就是更好。' },
          feedback: {
            en: 'For fine-tuning perhaps. For fixed features, label smoothing and its like have been found to hurt.',
            zh: '用来微调也许如此。用作固定特征时，研究发现标签平滑之类反而有害。',
          },
        },
        {
          text: {
            en: 'Try both on validation pictures of your own.',
            zh: '用自己的验证图片把两个都试一下。',
          },
          feedback: {
            en: 'Published correlations say what is usual, and this is one of the known exceptions.',
            zh: '公布的相关性说的是通常情况，而这正是已知的例外之一。',
          },
        },
        {
          text: { en: 'It makes no difference: the graph is the same.', zh: '没有区别：计算图一样。' },
          feedback: {
            en: 'The weights differ, and with them the features.',
            zh: '权重不同，特征也就不同。',
          },
        },
      ],
      right: 1,
    },
  ],
  test: {
    before: {
      text: {
        en: 'You have 40 pictures of each of 3 kinds of leaves. What is the sensible way to begin?',
        zh: '你有 3 种叶子的图片，每种 40 张。怎样开始比较明智？',
      },
      options: [
        {
          text: { en: 'Train ResNet-50 from random weights.', zh: '从随机权重训练 ResNet-50。' },
          feedback: {
            en: 'Twenty-five million parameters and so few pictures: it will learn them by heart.',
            zh: '两千五百万个参数，这么少的图片：它会全部背下来。',
          },
        },
        {
          text: {
            en: 'Compute features with pretrained weights and train a small classifier on them.',
            zh: '用预训练权重计算特征，在上面训练一个小分类器。',
          },
          feedback: {
            en: 'A small classifier has few weights to learn, and the features are learnt already.',
            zh: '小分类器要学的权重不多，而特征是早已学好的。',
          },
        },
        {
          text: {
            en: 'Use the thousand ImageNet classes as they are.',
            zh: '直接用 ImageNet 的一千个类别。',
          },
          feedback: {
            en: 'None of them is one of your leaves.',
            zh: '其中没有你的叶子。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'A new head is put on a pretrained body. In which order is it trained?',
        zh: '给预训练的主干装上一个新的分类头。应按什么次序训练？',
      },
      options: [
        {
          text: { en: 'Everything at once with a large learning rate', zh: '用大的学习率一起训练' },
          feedback: {
            en: 'The gradients of the untrained head spoil the body in the first steps.',
            zh: '未训练的分类头产生的梯度，头几步就会毁掉主干。',
          },
        },
        {
          text: { en: 'First the body, then the head', zh: '先训练主干，再训练分类头' },
          feedback: {
            en: 'The body would follow a head that says nothing yet.',
            zh: '主干会跟着一个还什么都不会的分类头走。',
          },
        },
        {
          text: {
            en: 'First the head with the body frozen, then the last stage with a much smaller learning rate',
            zh: '先冻结主干、训练分类头，再以小得多的学习率放开最后一个阶段',
          },
          feedback: {
            en: 'The body moves only once the head’s gradients say something, and in small steps.',
            zh: '等分类头的梯度有了意义，主干才开始变，而且步子很小。',
          },
        },
      ],
      right: 2,
    },
  },
});
