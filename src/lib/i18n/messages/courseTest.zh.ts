import { formatNumber } from '../format.ts';
import type { courseTest as english } from './courseTest.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

export const courseTest: typeof english = {
  course: '全部课程',
  times: {
    before: {
      title: '课前测试',
      short: '课前',
      description: '残差网络课程的课前测试：每课一道题，看看从哪里学起最合适。',
      intro: '每课一道题。现在答不出来很正常：空着的、答错的，正说明哪几课对你最有用。正确答案到最后才公布。',
      other: '课后测试',
    },
    after: {
      title: '课后测试',
      short: '课后',
      description: '残差网络课程的课后测试：每课一道题，并与课前测试的结果并排比较。',
      intro:
        '考查的内容与课前测试相同，换了一种问法。正确答案到最后才公布；如果做过课前测试，两次结果会并排列出。',
      other: '课前测试',
    },
  },
  question: (number, all) => `第 ${count(number)} 题，共 ${count(all)} 题`,
  leaveOut: '这题不答',
  answered: (answered, all) => `已答 ${count(answered)} 题，共 ${count(all)} 题`,
  handIn: '交卷',
  leftOut: (open) => `还有 ${count(open)} 题没有作答，按答错计算。`,
  kept: '你的回答保存在这个浏览器里，保存进度时也会一并写入文件。',
  right: '答对了。',
  wrong: '不对。',
  open: '没有作答。',
  rightIs: (letter) => `正确答案是 ${letter}。`,
  result: {
    title: '结果',
    score: (right, all) => `${count(all)} 题中答对 ${count(right)} 题`,
    change: (before, after, all) =>
      `共 ${count(all)} 题：课前答对 ${count(before)} 题，课后答对 ${count(after)} 题。`,
    read: '建议先读这几课',
    readAfter: '这几课值得再看一遍',
    nothing: '全部答对。',
    table: '逐课结果',
    lesson: '课程',
    marks: { right: '对', wrong: '错', open: '未答' },
    none: '没有做过',
    again: '重新测试',
    save: '保存结果与进度',
    saved: (name) => `已保存为 ${name}。`,
    answers: '题目、你的回答与解释',
  },
  teacher: {
    title: '供教师使用',
    text: '试卷可以打印。交卷之前，页面上不会透露哪个选项正确；下面的答案表除外，显示时会另起一页打印。',
    print: '打印',
    showKey: '显示答案',
    hideKey: '隐藏答案',
    key: '答案',
    name: '姓名',
    date: '日期',
  },
};
