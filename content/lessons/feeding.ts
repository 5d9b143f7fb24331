import { defineLesson } from '$lib/lesson/define.ts';
import { className } from '$lib/viz/className.ts';
import type { Result, Way } from '../experiments/feeding/result.ts';
import { words } from '../experiments/feeding/words.ts';
import recorded from '../recorded/feeding.json';

export type { Result };

const answered = ({ label }: { readonly label: string }) => `“${className(label)}”`;

/** Whether other pictures, divided by 255, get the very same answer. */
const isOneForAll = ({ levels, others }: Result) =>
  others.length > 0 && others.every(({ label }) => label === levels.divided.label);

const kept = (ways: Readonly<Record<string, Way>>) => Object.values(ways).filter(({ same }) => same).length;

/** The wrong preparations among which the second question asks for the mildest. */
const asked = ['notReversed', 'meansKept', 'divided', 'dividedThenPrepared'] as const;

/** One that keeps the answer, and of those the surest; when none does, the surest. */
function mildest({ levels }: Result): number {
  const score = ({ same, probability }: Way) => (same ? 1 : 0) + probability;
  const scores = asked.map((name) => score(levels[name]));
  return scores.indexOf(Math.max(...scores));
}

type WarpName = keyof Result['warps'];
const warpsOf = ({ warps }: Result) => Object.entries(warps) as [WarpName, Way][];

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/feeding/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'Chelsea the cat goes into ResNet-50 divided by 255, so with numbers between 0 and 1 in place of numbers between −124 and 151. What does the network answer?',
      zh: '把猫咪 Chelsea 的图片除以 255 再送入 ResNet-50：数值在 0 到 1 之间，而不是训练时的 −124 到 151 之间。网络会怎样回答？',
    },
    options: [
      {
        en: 'Still a cat, only less sure: the picture looks the same, just darker',
        zh: '还是猫，只是没那么有把握：图片看起来一样，只是暗一些',
      },
      {
        en: 'Some wrong class that depends on the picture: another animal for a cat, another thing for a cup',
        zh: '某个错误的类别，随图片而变：猫答成别的动物，杯子答成别的东西',
      },
      {
        en: 'One and the same class, whatever the picture shows',
        zh: '不管图片是什么，答的都是同一个类别',
      },
      {
        en: 'Nothing in particular: a thousandth of the probability for each class',
        zh: '什么也说不出：每个类别各得约千分之一的概率',
      },
    ],
    outcome: (result) => {
      const { divided } = result.levels;
      if (divided.same) return 0;
      if (divided.probability < 0.005) return 3;
      return isOneForAll(result) ? 2 : 1;
    },
  },
  happened: {
    en: (result, { number, percent }) => {
      const { asTrained, divided, dividedThenPrepared, notReversed, meansKept } = result.levels;
      const lost = warpsOf(result).filter(([, { same }]) => !same);
      const mild = (name: string, { same, label, probability }: Way) =>
        same
          ? `${name}, the answer stays, with ${percent(probability)}.`
          : `${name}, the answer is ${answered({ label })} with ${percent(probability)}.`;
      return [
        `Prepared as in training, the answer is ${answered(asTrained)} with ${percent(asTrained.probability)}.`,
        divided.same
          ? `Divided by 255 it stays, with ${percent(divided.probability)}.`
          : `Divided by 255 it is ${answered(divided)} with ${percent(divided.probability)}${
              isOneForAll(result)
                ? `, and so it is for the ${number(result.others.length)} other pictures.`
                : `; for the other pictures it is ${result.others.map(answered).join(', ')}.`
            }`,
        `Divided first and the means subtracted afterwards, it is ${answered(dividedThenPrepared)} with ${percent(dividedThenPrepared.probability)}.`,
        mild('With red and blue exchanged', notReversed),
        mild('With the means left in', meansKept),
        `Of the ${number(Object.keys(result.warps).length)} changes to a rightly prepared picture, ${number(kept(result.warps))} keep the answer${
          lost.length === 0
            ? '.'
            : `; it becomes another one when the picture is: ${lost.map(([name, way]) => `${words.en.warpNames[name].toLowerCase()} (${answered(way)})`).join(', ')}.`
        }`,
      ];
    },
    zh: (result, { number, percent }) => {
      const { asTrained, divided, dividedThenPrepared, notReversed, meansKept } = result.levels;
      const lost = warpsOf(result).filter(([, { same }]) => !same);
      const mild = (name: string, { same, label, probability }: Way) =>
        same
          ? `${name}时，答案不变，概率 ${percent(probability)}。`
          : `${name}时，答案变为${answered({ label })}，概率 ${percent(probability)}。`;
      return [
        `按训练时的方式预处理，答案是${answered(asTrained)}，概率 ${percent(asTrained.probability)}。`,
        divided.same
          ? `除以 255，答案不变，概率 ${percent(divided.probability)}。`
          : `除以 255，答案是${answered(divided)}，概率 ${percent(divided.probability)}；${
              isOneForAll(result)
                ? `另外 ${number(result.others.length)} 张图片也是这个答案。`
                : `另外几张图片的答案是${result.others.map(answered).join('、')}。`
            }`,
        `先除以 255 再减均值，答案是${answered(dividedThenPrepared)}，概率 ${percent(dividedThenPrepared.probability)}。`,
        mild('红蓝对调', notReversed),
        mild('不减均值', meansKept),
        `预处理正确、只改变图片的 ${number(Object.keys(result.warps).length)} 种方式中，有 ${number(kept(result.warps))} 种答案不变${
          lost.length === 0
            ? '。'
            : `；答案变了的是：${lost.map(([name, way]) => `${words.zh.warpNames[name]}（${answered(way)}）`).join('、')}。`
        }`,
      ];
    },
  },
  questions: [
    {
      id: 'mildest',
      text: {
        en: 'In the run, which of these four wrong preparations does least harm to the answer?',
        zh: '在这次运行中，下面四种错误的预处理，哪一种对答案的伤害最小？',
      },
      options: [
        {
          text: { en: 'Red and blue exchanged', zh: '红蓝对调' },
          feedback: {
            en: 'Shapes, edges and textures stay as they are; only colours are wrong. Over all photographs this costs some answers, and here the run decides. Because it costs so little, it is the mistake that stays longest.',
            zh: '形状、边缘和纹理都没变，只是颜色错了。在全部照片上它会使一些答案改变，这里则由这次运行决定。正因为代价小，它是最难被发现的错误。',
          },
        },
        {
          text: { en: 'The means not subtracted', zh: '不减均值' },
          feedback: {
            en: 'Everything is brighter by about 115 levels. Most first filters react to differences and have weights that nearly add up to zero, so that they hardly notice. Compare the probabilities of the run.',
            zh: '所有像素都亮了约 115 级。第一层的多数滤波器对差异有反应，权重之和接近零，几乎察觉不到这种变化。请对照这次运行的概率。',
          },
        },
        {
          text: { en: 'Divided by 255', zh: '除以 255' },
          feedback: {
            en: 'Hardly: the differences between pixels are 255 times too small, and nothing of the picture is left.',
            zh: '不太可能：像素之间的差异小了 255 倍，图片的内容已荡然无存。',
          },
        },
        {
          text: { en: 'Divided, then the means subtracted', zh: '先除以 255 再减均值' },
          feedback: {
            en: 'Hardly: to the network this is a black picture.',
            zh: '不太可能：在网络眼中，这是一张全黑的图片。',
          },
        },
      ],
      right: mildest,
    },
    {
      id: 'same-answer',
      text: {
        en: 'Why is the answer to the divided picture the same for a cat, a castle and a cup?',
        zh: '为什么除以 255 之后，猫、城堡和杯子得到的答案都一样？',
      },
      options: [
        {
          text: {
            en: 'The network has seen many nematodes in training and prefers them when in doubt.',
            zh: '网络在训练中见过很多线虫，拿不准时就偏向它。',
          },
          feedback: {
            en: 'The thousand classes are about equally frequent in training, so there is no such preference. Other mistakes give other answers.',
            zh: '一千个类别在训练集中的数量大致相等，谈不上这种偏好；换一种错误，答案就变了。',
          },
        },
        {
          text: {
            en: 'What differs between the pictures is weakened to one 255th, so the network computes its answer to a nearly constant input.',
            zh: '图片之间的差异被削弱到 1/255，网络算的其实是对几乎恒定的输入的回答。',
          },
          feedback: {
            en: 'The stored batch norm statistics belong to inputs 255 times as large and do not bring the differences back.',
            zh: '批归一化里存好的统计量对应的是大 255 倍的输入，不会把差异放大回来。',
          },
        },
        {
          text: {
            en: 'Values below one are rounded to zero in half precision.',
            zh: '半精度下，小于 1 的数被舍入成了零。',
          },
          feedback: {
            en: 'Half precision has about three significant digits at any size, down to far below a thousandth. Rounding is not the cause.',
            zh: '半精度在任何大小上都有约三位有效数字，远小于千分之一的数也能表示。原因不在舍入。',
          },
        },
        {
          text: {
            en: 'The ReLUs are all shut, so nothing comes through.',
            zh: 'ReLU 全部关闭，什么也传不过去。',
          },
          feedback: {
            en: 'Many stay open: biases and batch norm alone give values above zero. What comes through is the same for all pictures.',
            zh: '许多 ReLU 仍然开着：单靠偏置和批归一化就有大于零的值。只是传过去的东西对所有图片都一样。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'order',
      text: {
        en: 'A colleague reads pictures with OpenCV, which returns blue, green, red, and then calls Keras’ `preprocess_input` for ResNet50. What arrives in the network?',
        zh: '同事用 OpenCV 读图片（得到的是蓝、绿、红的顺序），再调用 Keras 中 ResNet50 的 `preprocess_input`。送进网络的是什么？',
      },
      options: [
        {
          text: { en: 'Blue, green, red: just right.', zh: '蓝、绿、红：正好。' },
          feedback: {
            en: 'It would be if the function left the order alone. It reverses it.',
            zh: '如果这个函数不改顺序，就正好；可是它会把顺序倒过来。',
          },
        },
        {
          text: {
            en: 'Red, green, blue, with the means of blue, green, red subtracted.',
            zh: '红、绿、蓝，减去的却是蓝、绿、红的均值。',
          },
          feedback: {
            en: 'Reversed twice. It is the mild mistake of the run, and no error is raised.',
            zh: '倒了两次。这正是实验里那个温和的错误，而且不会报错。',
          },
        },
        {
          text: { en: 'An error is raised.', zh: '会报错。' },
          feedback: {
            en: 'An array does not know the order of its colours.',
            zh: '数组并不知道自己的颜色是什么顺序。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'validation',
      text: {
        en: 'You train a classifier with random crops, mirror images and zooms. What should be done to the validation pictures?',
        zh: '你用随机裁剪、镜像和缩放训练一个分类器。验证图片应该怎样处理？',
      },
      options: [
        {
          text: {
            en: 'The same random changes, so that both are treated alike.',
            zh: '同样的随机变化，这样两边一致。',
          },
          feedback: {
            en: 'Then the measured error changes from time to time, and it is that of harder pictures than you will meet.',
            zh: '那样测得的错误率每次都不一样，而且测的是比实际更难的图片。',
          },
        },
        {
          text: {
            en: 'The same preparation (order, means, scale), and one fixed crop, or several fixed ones averaged.',
            zh: '同样的预处理（顺序、均值、缩放），再加一个固定的裁剪，或几个固定裁剪取平均。',
          },
          feedback: {
            en: 'What belongs to the weights is the same; what is there to vary the training is left out.',
            zh: '属于权重的部分要一致；只为增加训练多样性的部分不做。',
          },
        },
        {
          text: {
            en: 'Nothing at all: raw pixels show how the network really does.',
            zh: '什么都不做：原始像素才能反映网络的真实水平。',
          },
          feedback: {
            en: 'Without the preparation the numbers mean something else to these weights, as the run shows.',
            zh: '不做预处理，这些数对这组权重来说就是另一个意思，实验已经说明了。',
          },
        },
      ],
      right: 1,
    },
  ],
  test: {
    before: {
      text: {
        en: 'Which preparation is right for a pretrained network?',
        zh: '对一个预训练好的网络，哪种预处理才是对的？',
      },
      options: [
        {
          text: {
            en: 'Dividing by 255: networks want numbers between 0 and 1.',
            zh: '除以 255：网络需要 0 到 1 之间的数。',
          },
          feedback: {
            en: 'Some were trained so. Others were not, and answer nonsense to it.',
            zh: '有的网络是这样训练的，有的不是，后者对这样的输入会答得毫无意义。',
          },
        },
        {
          text: { en: 'The one that it was trained with.', zh: '它训练时用的那一种。' },
          feedback: {
            en: 'The preparation belongs to the weights.',
            zh: '预处理是和权重配套的。',
          },
        },
        {
          text: {
            en: 'Any, since batch norm normalises the numbers anyway.',
            zh: '哪种都行，反正批归一化会把数值归一化。',
          },
          feedback: {
            en: 'In inference batch norm uses the statistics stored in training, and does not adapt.',
            zh: '推理时批归一化用的是训练时存下的统计量，不会随输入调整。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'You replace Keras’ ResNet50 by torchvision’s resnet50 and keep the rest of the program. What has to change with the weights?',
        zh: '你把 Keras 的 ResNet50 换成 torchvision 的 resnet50，程序其余部分不变。哪些东西要随权重一起改？',
      },
      options: [
        {
          text: { en: 'Nothing: it is the same network.', zh: '什么都不用改：是同一个网络。' },
          feedback: {
            en: 'Nearly the same graph, but its weights were trained on other numbers.',
            zh: '计算图几乎一样，但权重是在另一种数值上训练出来的。',
          },
        },
        {
          text: { en: 'The size of the pictures.', zh: '图片的尺寸。' },
          feedback: { en: 'Both take 224 pixels a side.', zh: '两者都用边长 224 像素的图片。' },
        },
        {
          text: {
            en: 'The order of the channels, the scale, the means, and a division by the deviations.',
            zh: '通道顺序、缩放、均值，还要除以标准差。',
          },
          feedback: {
            en: 'Red first, divided by 255, other means, and deviations.',
            zh: '红在前，除以 255，均值不同，还要除以标准差。',
          },
        },
      ],
      right: 2,
    },
  },
});
