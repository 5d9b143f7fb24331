import { defineLesson } from '$lib/lesson/define.ts';
import { className } from '$lib/viz/className.ts';
import { lostAt, type Result, type Seen } from '../experiments/fog/result.ts';
import recorded from '../recorded/fog.json';

export type { Result } from '../experiments/fog/result.ts';

/** Where the class is lost: above 1000 m, from 1000 to 300 m, below, or nowhere. */
function outcome(result: Result): number {
  const lost = lostAt(result);
  if (lost === null) return 3;
  if (lost >= 1000) return 0;
  return lost >= 300 ? 1 : 2;
}

/** The step with the greatest fall of the probability, and the one before it. */
function fall({ steps }: Result): { before: Seen; after: Seen } {
  const pairs = steps.slice(1).map((after, i) => ({ before: steps[i], after }));
  const size = ({ before, after }: (typeof pairs)[number]) => before.probability - after.probability;
  return pairs.reduce((most, one) => (size(one) > size(most) ? one : most));
}

/** How often the contrast falls from one step to the next, and the probability. */
const falls = ({ steps }: Result, of: 'contrast' | 'probability') =>
  steps.slice(1).filter((step, i) => step[of] < steps[i][of]).length;

/** Whether contrast, probability, both or none of them fall in every step. */
function steady(result: Result): number {
  const all = result.steps.length - 1;
  const contrast = falls(result, 'contrast') === all;
  const probability = falls(result, 'probability') === all;
  if (contrast && probability) return 2;
  return contrast ? 0 : probability ? 1 : 3;
}

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/fog/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'As the fog thickens, at which visibility does another class become more probable than the right one?',
      zh: '雾越来越浓，能见度降到多少时，会有别的类别比正确的类别更可能？',
    },
    options: [
      { en: 'At once: at 1000 m or more.', zh: '马上就会：1000 米或更远时。' },
      { en: 'Between 1000 and 300 m.', zh: '1000 米到 300 米之间。' },
      { en: 'Below 300 m.', zh: '低于 300 米。' },
      { en: 'Not even at 50 m.', zh: '到 50 米也不会。' },
    ],
    outcome,
  },
  happened: {
    en: (result, { number, percent }) => {
      const [clear] = result.steps;
      const lost = lostAt(result);
      const { before, after } = fall(result);
      const name = (label: string) => className(label);
      const distance = ({ visibility }: Seen) =>
        visibility === null ? 'clear air' : `${number(visibility)} m`;
      return [
        `In clear air the network’s answer was “${name(clear.label)}”, with ${percent(clear.probability)}.`,
        lost === null
          ? 'It stayed the most probable class in all fogs.'
          : `At a visibility of ${number(lost)} m another class was more probable for the first time: “${name(result.steps.find(({ visibility }) => visibility === lost)!.label)}”.`,
        `The greatest fall came from ${distance(before)} to ${distance(after)}: ${percent(before.probability)} to ${percent(after.probability)}. Contrast went from ${percent(before.contrast)} to ${percent(after.contrast)} there.`,
        `In the thickest fog ${percent(result.steps.at(-1)!.contrast)} of the contrast was left, and ${percent(result.steps.at(-1)!.probability, 2)} of probability.`,
      ];
    },
    zh: (result, { number, percent }) => {
      const [clear] = result.steps;
      const lost = lostAt(result);
      const { before, after } = fall(result);
      const name = (label: string) => className(label);
      const distance = ({ visibility }: Seen) => (visibility === null ? '晴朗' : ` ${number(visibility)} 米`);
      return [
        `晴朗时，网络的回答是 “${name(clear.label)}”，概率 ${percent(clear.probability)}。`,
        lost === null
          ? '在所有的雾里，它始终是最可能的类别。'
          : `能见度降到 ${number(lost)} 米时，第一次有别的类别更可能：“${name(result.steps.find(({ visibility }) => visibility === lost)!.label)}”。`,
        `降得最多的一步，是从${distance(before)}到${distance(after)}：概率从 ${percent(before.probability)} 到 ${percent(after.probability)}，对比度从 ${percent(before.contrast)} 到 ${percent(after.contrast)}。`,
        `在最浓的雾里，对比度还剩 ${percent(result.steps.at(-1)!.contrast)}，概率还剩 ${percent(result.steps.at(-1)!.probability, 2)}。`,
      ];
    },
  },
  questions: [
    {
      id: 'steady',
      text: {
        en: 'In the run: which of the two lines fell in every single step into the fog?',
        zh: '在这次运行里：哪一条线在走进雾的每一步都在下降？',
      },
      options: [
        {
          text: { en: 'only the contrast', zh: '只有对比度' },
          feedback: {
            en: 'Follow both lines in the table below the chart, step by step.',
            zh: '请在图下的表格里，一步一步地看两条线。',
          },
        },
        {
          text: { en: 'only the probability', zh: '只有概率' },
          feedback: {
            en: 'More fog mixes more of one grey into every pixel: look at the contrast again.',
            zh: '雾越浓，混进每个像素的同一种灰就越多：再看看对比度。',
          },
        },
        {
          text: { en: 'both', zh: '两条都是' },
          feedback: {
            en: 'Then look at how they fell: the one evenly, the other almost all at once.',
            zh: '那就看它们怎样下降：一条很均匀，另一条几乎是一下子。',
          },
        },
        {
          text: { en: 'neither', zh: '都不是' },
          feedback: {
            en: 'Follow both lines in the table below the chart, step by step.',
            zh: '请在图下的表格里，一步一步地看两条线。',
          },
        },
      ],
      right: steady,
    },
    {
      id: 'split',
      text: {
        en: 'A project takes a picture a minute from four cameras for a month, shuffles them and tests on a fifth. What does its test measure?',
        zh: '一个项目用四台摄像头每分钟拍一张，拍了一个月，打乱之后取五分之一来测试。这个测试测的是什么？',
      },
      options: [
        {
          text: { en: 'How well it will do at a fifth camera', zh: '换到第五台摄像头时的表现' },
          feedback: {
            en: 'No picture of another camera was ever tested.',
            zh: '从来没有用别的摄像头的图片测试过。',
          },
        },
        {
          text: {
            en: 'Mostly how well it remembers pictures that it has nearly seen',
            zh: '主要是它对几乎见过的图片记得多牢',
          },
          feedback: {
            en: 'The minute before and the minute after are in the training set. Split by camera, day or fog event.',
            zh: '前一分钟和后一分钟的图片都在训练集里。应当按摄像头、日期或一场雾来划分。',
          },
        },
        {
          text: { en: 'How well it will do next winter', zh: '明年冬天的表现' },
          feedback: {
            en: 'For that, test on days that come after all training days.',
            zh: '要知道这个，得用训练日期之后的日子来测试。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'product',
      text: {
        en: 'A picture was taken in fog with β = 0.02 per metre. Which scene in other fog gives the same picture?',
        zh: '一张图片拍于 β = 每米 0.02 的雾中。哪个场景在另一种雾里会给出同样的图片？',
      },
      options: [
        {
          text: {
            en: 'the same scene at twice the distance, β = 0.01',
            zh: '同样的场景，距离加倍，β = 0.01',
          },
          feedback: {
            en: 'Only the product βd counts.',
            zh: '起作用的只有乘积 βd。',
          },
        },
        {
          text: {
            en: 'the same scene at twice the distance, β = 0.04',
            zh: '同样的场景，距离加倍，β = 0.04',
          },
          feedback: {
            en: 'Then βd is four times as large, and much less of the scene arrives.',
            zh: '那样 βd 是四倍，到达的光少得多。',
          },
        },
        {
          text: { en: 'none: each fog looks different', zh: '没有：每种雾都不一样' },
          feedback: {
            en: 'The formula knows β and d only as a product.',
            zh: '公式里的 β 和 d 只以乘积出现。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'augmentation',
      text: {
        en: 'Which augmentation may stay when fog is to be graded?',
        zh: '给雾分级时，哪种数据增强可以保留？',
      },
      options: [
        {
          text: { en: 'random contrast', zh: '随机对比度' },
          feedback: {
            en: 'It turns thick fog into thin fog and leaves the label as it was.',
            zh: '它会把浓雾变成薄雾，标签却还是原来的。',
          },
        },
        {
          text: { en: 'left and right mirrored', zh: '左右翻转' },
          feedback: {
            en: 'Neither distances nor light change.',
            zh: '距离和光都没有变。',
          },
        },
        {
          text: { en: 'random brightness', zh: '随机亮度' },
          feedback: {
            en: 'The fog’s own light is part of what is measured.',
            zh: '雾本身的光，正是要测量的一部分。',
          },
        },
      ],
      right: 1,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A classifier trained on ImageNet is shown a picture in light fog. What is to be expected of its answer?',
        zh: '给在 ImageNet 上训练的分类器看一张薄雾中的图片，它的回答大概会怎样？',
      },
      options: [
        {
          text: { en: 'It falls in step with the visibility.', zh: '随能见度同步下降。' },
          feedback: {
            en: 'It was trained to answer alike in all weathers.',
            zh: '训练时要求它在各种天气下回答一致。',
          },
        },
        {
          text: { en: 'It hardly changes at first.', zh: '起初几乎不变。' },
          feedback: {
            en: 'Not to notice haze is what training rewards.',
            zh: '训练奖励的正是不去注意薄雾。',
          },
        },
        {
          text: { en: 'It names the fog.', zh: '会说出“雾”。' },
          feedback: {
            en: 'None of the 1000 classes is fog.',
            zh: '1000 个类别里没有雾。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'You want to measure visibility with a camera. What do you try first?',
        zh: '你要用摄像头测能见度，先试什么？',
      },
      options: [
        {
          text: { en: 'The probability of the top class', zh: '最可能类别的概率' },
          feedback: {
            en: 'It hardly moves until it collapses.',
            zh: '它几乎不动，直到一下子垮掉。',
          },
        },
        {
          text: { en: 'A larger network', zh: '更大的网络' },
          feedback: {
            en: 'Nothing says that it would notice more of what it has learned to ignore.',
            zh: '没有理由认为它会更注意自己学会忽略的东西。',
          },
        },
        {
          text: {
            en: 'A simple measure such as contrast, as a baseline',
            zh: '像对比度这样的简单度量，作为基线',
          },
          feedback: {
            en: 'What a network adds can be told only beside it.',
            zh: '只有与它相比，才知道网络增加了什么。',
          },
        },
      ],
      right: 2,
    },
  },
});
