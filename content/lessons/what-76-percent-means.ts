import { defineLesson } from '$lib/lesson/define.ts';
import { wilson } from '$lib/model/binomial.ts';
import { publishedTop1 } from '../experiments/what-76-percent-means/counts.ts';
import type { Count, Result } from '../experiments/what-76-percent-means/result.ts';
import recorded from '../recorded/what-76-percent-means.json';

export type { Result };

const shareOf = ({ right, of }: Count) => right / of;
const intervalOf = ({ right, of }: Count) => wilson(right, of);

/** 0: the interval holds the published accuracy; 1: it lies above it, 2: below. */
function place({ top1 }: Result): number {
  const { low, high } = intervalOf(top1);
  return low > publishedTop1 ? 1 : high < publishedTop1 ? 2 : 0;
}

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/what-76-percent-means/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'ResNet-50 is asked about 32 photographs, and only its first answer counts. The published accuracy of these weights would make 24. How many does it get right?',
      zh: '让 ResNet-50 看 32 张照片，只看第一个答案。按这组权重公布的准确率，应该对 24 张。它实际会对几张？',
    },
    options: [
      { en: '30 to 32: they are clear pictures', zh: '30 到 32 张：这些照片都很清楚' },
      { en: '27 to 29: somewhat more than published', zh: '27 到 29 张：比公布的高一些' },
      { en: '21 to 26: about as published', zh: '21 到 26 张：和公布的差不多' },
      { en: '20 or fewer', zh: '20 张或更少' },
    ],
    outcome: ({ top1: { right } }) => (right >= 30 ? 0 : right >= 27 ? 1 : right >= 21 ? 2 : 3),
  },
  happened: {
    en: (result, { number, percent }) => {
      const { top1, top5, exact, nearest } = result;
      const { low, high } = intervalOf(top1);
      return [
        `The first answer is the label for ${number(top1.right)} of ${number(top1.of)} photographs, ${percent(shareOf(top1))}.`,
        `Among the first five answers the label is found ${number(top5.right)} times, ${percent(shareOf(top5))}.`,
        `The 95 % interval for top-1 reaches from ${percent(low)} to ${percent(high)}; the published ${percent(publishedTop1)} ${
          place(result) === 0 ? 'lie within it' : 'lie outside'
        }.`,
        `Where the class is what the picture shows, ${number(exact.right)} of ${number(exact.of)} are right; where it is only the nearest one, ${number(nearest.right)} of ${number(nearest.of)}.`,
      ];
    },
    zh: (result, { number, percent }) => {
      const { top1, top5, exact, nearest } = result;
      const { low, high } = intervalOf(top1);
      return [
        `${number(top1.of)} 张照片中，第一个答案与标签一致的有 ${number(top1.right)} 张，${percent(shareOf(top1))}。`,
        `标签在前五个答案之中的有 ${number(top5.right)} 张，${percent(shareOf(top5))}。`,
        `top-1 的 95 % 区间从 ${percent(low)} 到 ${percent(high)}；公布的 ${percent(publishedTop1)} ${
          place(result) === 0 ? '在这个区间之内' : '在这个区间之外'
        }。`,
        `标签正是图中之物的 ${number(exact.of)} 张里，对 ${number(exact.right)} 张；标签只是最接近类别的 ${number(nearest.of)} 张里，对 ${number(nearest.right)} 张。`,
      ];
    },
  },
  questions: [
    {
      id: 'interval',
      text: {
        en: 'What does the run say about the published top-1 accuracy of 75.3 %?',
        zh: '关于公布的 75.3 % 的 top-1 准确率，这次运行说明了什么？',
      },
      options: [
        {
          text: {
            en: 'It is compatible with it: 75.3 % lies within the interval, and so does much else.',
            zh: '与它相容：75.3 % 在区间之内；不过许多别的数值也在。',
          },
          feedback: {
            en: 'With 32 pictures the interval is some thirty points wide. Look where 75.3 % lies in that of the run.',
            zh: '32 张照片给出的区间约有三十个百分点宽。请看 75.3 % 落在这次区间的什么位置。',
          },
        },
        {
          text: {
            en: 'The network is better than published: the whole interval lies above.',
            zh: '网络比公布的好：整个区间都在它上面。',
          },
          feedback: {
            en: 'For that, 29 or more of the 32 would have to be right. And even then the pictures might just be easy.',
            zh: '那样的话，32 张里至少要对 29 张。即便如此，也可能只是图片容易。',
          },
        },
        {
          text: {
            en: 'The network is worse than published: the whole interval lies below.',
            zh: '网络比公布的差：整个区间都在它下面。',
          },
          feedback: {
            en: 'For that, 19 or fewer would have to be right. And even then the labels might be to blame.',
            zh: '那样的话，最多只能对 19 张。即便如此，也可能要怪标签。',
          },
        },
      ],
      right: place,
    },
    {
      id: 'two-numbers',
      text: {
        en: 'The paper gives ResNet-50 a top-1 error of 20.74 %, the page of its authors’ release 24.7 %. Which one is right?',
        zh: '论文给出 ResNet-50 的 top-1 错误率是 20.74 %，作者发布权重的页面上写的是 24.7 %。哪个对？',
      },
      options: [
        {
          text: { en: 'The paper: pages have misprints.', zh: '论文：网页会有笔误。' },
          feedback: {
            en: 'Both are meant as they stand; compare what was measured.',
            zh: '两个数字都没有写错，要看测的是什么。',
          },
        },
        {
          text: {
            en: 'Both: several scales averaged, against one centre crop.',
            zh: '都对：一个是多尺度平均，一个是单个中心裁剪。',
          },
          feedback: {
            en: 'Four points from the protocol alone.',
            zh: '单是评测协议就差了四个百分点。',
          },
        },
        {
          text: {
            en: 'Both: one is for the validation pictures, the other for the test pictures.',
            zh: '都对：一个是验证集，一个是测试集。',
          },
          feedback: {
            en: 'Both are for the validation pictures. What differs is how a picture is given to the network.',
            zh: '两者都是验证集上的。不同的是图片怎样送入网络。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'how-many',
      given: [76, 78, 80],
      text: {
        en: 'Two networks have true accuracies of 76 % and 78 %. Each is tested on pictures of its own. About how many for each, to notice the difference with a probability of 80 %?',
        zh: '两个网络的真实准确率是 76 % 和 78 %，各用自己的一批图片测试。要以 80 % 的概率察觉差别，每个大约需要多少张？',
      },
      options: [
        {
          text: { en: '70', zh: '70 张' },
          feedback: {
            en: 'With 70 pictures the standard deviation of the difference is about seven points, more than three times the difference.',
            zh: '70 张时，差值的标准差约为七个百分点，是差别的三倍多。',
          },
        },
        {
          text: { en: '700', zh: '700 张' },
          feedback: {
            en: 'Then it is 2.2 points, and the difference is lost in it. Errors shrink with the square root only.',
            zh: '那时标准差是 2.2 个百分点，差别淹没在其中。误差只按平方根减小。',
          },
        },
        {
          text: { en: '7,000', zh: '7000 张' },
          feedback: {
            en: '2.8 standard deviations of 0.71 points each.',
            zh: '正好是 2.8 个标准差，每个 0.71 个百分点。',
          },
        },
        {
          text: { en: '50,000: that is why ImageNet has so many.', zh: '5 万张：所以 ImageNet 才有这么多。' },
          feedback: {
            en: 'With 50,000 you could notice a difference of three quarters of a point.',
            zh: '5 万张足以察觉四分之三个百分点的差别。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'recipe',
      text: {
        en: 'torchvision’s second weights for ResNet-50 are 4.7 points better than its first. How much of that is due to the architecture?',
        zh: 'torchvision 的 ResNet-50 第二版权重比第一版好 4.7 个百分点。其中架构的贡献有多少？',
      },
      options: [
        {
          text: { en: 'Nothing: the graph is the same.', zh: '没有：计算图是同一个。' },
          feedback: {
            en: 'Training alone. So whoever compares a new architecture, newly trained, with the first weights compares recipes.',
            zh: '全部来自训练。所以，拿新架构（用新方法训练）与第一版权重比，比的其实是训练方案。',
          },
        },
        {
          text: {
            en: 'About half a point, since the stride moved to the 3×3 convolution.',
            zh: '约半个百分点，因为步幅移到了 3×3 卷积上。',
          },
          feedback: {
            en: 'That is the difference between He’s graph and torchvision’s. Both of torchvision’s weights are for v1.5.',
            zh: '那是 He 的计算图与 torchvision 的差别；torchvision 的两版权重都是 v1.5。',
          },
        },
        {
          text: {
            en: 'All of it: better weights need a better network.',
            zh: '全部：更好的权重需要更好的网络。',
          },
          feedback: {
            en: 'The same graph holds both; you could load either into the same program.',
            zh: '同一个计算图可以装任意一版权重，程序完全相同。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'human',
      text: {
        en: 'Which of these is what the 3.57 % of the ResNet paper stand for?',
        zh: 'ResNet 论文里的 3.57 % 指的是下面哪一个？',
      },
      options: [
        {
          text: {
            en: 'Top-1 error of ResNet-152 on the validation pictures',
            zh: 'ResNet-152 在验证集上的 top-1 错误率',
          },
          feedback: {
            en: 'That is some 19 % even with several scales.',
            zh: '那个数即使用多尺度也在 19 % 左右。',
          },
        },
        {
          text: { en: 'Top-5 error of a single ResNet-152', zh: '单个 ResNet-152 的 top-5 错误率' },
          feedback: {
            en: 'That is 4.49 % on the validation pictures, with several scales.',
            zh: '那个数是 4.49 %（验证集，多尺度）。',
          },
        },
        {
          text: {
            en: 'Top-5 error of six networks together on the test pictures',
            zh: '六个网络集成在测试集上的 top-5 错误率',
          },
          feedback: {
            en: 'With this the six won the competition of 2015.',
            zh: '这六个网络凭它赢得了 2015 年的竞赛。',
          },
        },
      ],
      right: 2,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A network is right on 40 of 50 pictures drawn at random. What can be said of its accuracy on such pictures?',
        zh: '随机抽取的 50 张图片，网络答对了 40 张。对它在这类图片上的准确率，可以说什么？',
      },
      options: [
        {
          text: { en: 'It is 80 %.', zh: '就是 80 %。' },
          feedback: {
            en: 'That is the best guess. Another fifty pictures would give another number.',
            zh: '这是最好的估计。换 50 张，得到的数就不同了。',
          },
        },
        {
          text: { en: 'It is between about 67 and 89 %.', zh: '大约在 67 % 到 89 % 之间。' },
          feedback: {
            en: 'This is the 95 % interval.',
            zh: '这是 95 % 区间。',
          },
        },
        {
          text: { en: 'It is between 79 and 81 %.', zh: '在 79 % 到 81 % 之间。' },
          feedback: {
            en: 'For that, thousands of pictures are needed.',
            zh: '那需要几千张图片。',
          },
        },
      ],
      right: 1,
    },
    after: {
      given: [76, 76.3, 500],
      text: {
        en: 'Two networks are right on 76.0 and 76.3 % of 500 pictures each, drawn at random. Which is better?',
        zh: '两个网络各自在随机抽取的 500 张图片上答对 76.0 % 和 76.3 %。哪个更好？',
      },
      options: [
        {
          text: { en: 'The second, by a little.', zh: '第二个，好一点点。' },
          feedback: {
            en: 'The interval of each is more than seven points wide.',
            zh: '每个结果的区间都有七个多百分点宽。',
          },
        },
        {
          text: { en: 'It cannot be told from this.', zh: '由此看不出来。' },
          feedback: {
            en: 'Such a difference is well within the accident of the drawing.',
            zh: '这样的差别完全可能只是抽样的偶然。',
          },
        },
        {
          text: { en: 'They are equally good.', zh: '一样好。' },
          feedback: {
            en: 'Not to notice a difference does not mean that there is none.',
            zh: '看不出差别，不等于没有差别。',
          },
        },
      ],
      right: 1,
    },
  },
});
