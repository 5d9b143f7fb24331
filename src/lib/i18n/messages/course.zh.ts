import { formatNumber } from '../format.ts';
import type { course as english } from './course.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

function time(minutes: number): string {
  const rounded = minutes < 60 ? minutes : Math.round(minutes / 5) * 5;
  const hours = Math.floor(rounded / 60);
  const rest = rounded % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

export const course: typeof english = {
  title: '课程',
  description: '残差网络课程：每课从一个问题出发，先让你做出预测，再在你的浏览器里做实验。',
  heading: '残差网络，一课一问',
  lead: '每一课都从一个问题出发，先请你定下自己的预测；随后实验就在你的浏览器里运行，课文用你这次运行得到的数值，告诉你发生了什么。',
  needs:
    '你需要知道卷积和导数是什么；其余的都会讲到，也都收在术语表里。每个数都注明来历：刚刚算出、事先录制，还是引自文献。',
  size: (all, minutes) => `共 ${count(all)} 课，全部学完约需 ${time(minutes)}`,
  minutes: (minutes) => `${count(minutes)} 分钟`,
  parts: {
    foundations: {
      title: '基础',
      text: '没有捷径会出什么问题，残差块算的是什么，ResNet-50 怎样由它搭成。',
    },
    training: {
      title: '为什么训练得动',
      text: '归一化和初始化起什么作用，梯度如何变化，又有什么是只能靠捷径的。',
    },
    seeing: { title: '从图片到回答', text: '滤波器、特征图和位置说明了什么，图片送进去时又应该是什么样。' },
    using: { title: '拿来使用', text: '训练它，说清结果有多好，再用它学到的东西做别的事。' },
    beyond: { title: '后来', text: '后来出现的各种块，以及几段藏着错误、等你来找的程序。' },
  },
  part: (number) => `第 ${count(number)} 部分`,
  standing: { new: '未开始', begun: '学习中', done: '已完成' },
  answers: (right) => `答对 ${count(right)} 题`,
  progress: {
    title: '学习进度',
    done: (done, all) => `已完成 ${count(done)} 课，共 ${count(all)} 课`,
    left: (minutes) => `还需约 ${time(minutes)}`,
    begin: '从这里开始',
    continue: '继续学习',
    next: '下一课',
    finished: '全部课程都已完成。做一做课后测试，看看记住了多少。',
    keep: '把进度存成文件',
    kept: '进度只保存在这个浏览器里，不会发送到任何地方。',
    save: '保存进度',
    open: '打开保存的进度',
    clear: '清除进度',
    clearSure: '清除全部进度？',
    clearYes: '清除',
    clearNo: '保留',
    saved: (name) => `已保存为 ${name}。`,
    opened: (name) => `${name} 中的内容已并入你的进度。`,
    cleared: '进度已清除。',
    file: 'resnet-atlas-progress',
  },
  search: {
    title: '在课程和术语表中搜索',
    label: '搜索',
    placeholder: '梯度裁剪、38 亿、十裁剪……',
    loading: '正在取得索引……',
    failed: '没能取得索引。请检查网络连接，然后重试。',
    retry: '重试',
    none: '课程和术语表里都没有同时包含这些词的地方。',
    found: (all) => `找到 ${count(all)} 处`,
    more: (hidden) => `再显示 ${count(hidden)} 处`,
    word: '术语表',
    hint: '用方向键在结果间移动，按回车键打开。',
  },
  around: {
    title: '课程之外',
    glossary: '术语表',
    glossaryText: (words) => `${count(words)} 个术语，每个用一两句话说明，中英文对照。`,
    before: '课前测试',
    beforeText: '每课一道题。还不知道的地方，就是可以开始的地方。',
    after: '课后测试',
    afterText: '换一种方式再问同样的内容，并与课前的结果并排比较。',
  },
};
