import type { task as english } from './task.en.ts';

const classNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shapes: {
    disc: '圆',
    ring: '圆环',
    triangle: '三角形',
    square: '正方形',
    hexagon: '六边形',
    star: '五角星',
    plus: '十字',
    bar: '长条',
    crescent: '月牙',
    bowTie: '领结',
  },
  emoji: {
    face: '表情',
    hand: '手',
    mammal: '哺乳动物',
    otherAnimal: '其他动物',
    plant: '植物',
    dish: '食物',
    vehicle: '交通工具',
    building: '建筑',
    clothing: '衣物',
    sky: '天空',
  },
  cifar10: {
    airplane: '飞机',
    automobile: '汽车',
    bird: '鸟',
    cat: '猫',
    deer: '鹿',
    dog: '狗',
    frog: '青蛙',
    horse: '马',
    ship: '船',
    truck: '卡车',
  },
};

export const task: typeof english = {
  title: '训练任务',
  choose: '任务',
  names: {
    gratings: '光栅',
    shapes: '形状',
    emoji: '表情符号',
    cifar10: 'CIFAR-10',
    folders: '你自己的图片',
  },
  about: {
    gratings:
      '八个方向的条纹，带噪声，16 × 16 像素，灰度。每个批次都重新生成，无法死记硬背：训练误差就是在从未见过的图片上的误差。',
    shapes: '十种彩色图形，32 × 32 像素，位置和角度随机，混有杂物和噪声。每个批次都重新生成。',
    emoji:
      '十类表情符号，32 × 32 像素，经平移、镜像后放在随机底色上。留作测试的符号无论出自哪一套，都不会出现在训练批次中。',
    cifar10:
      '十个类别的照片，32 × 32 像素（Krizhevsky 2009），即 He 等 2015 第 4.2 节所用的数据。本站不含这些照片：请选择你自己副本中的“二进制版本”文件。没有 test_batch.bin 时，每十张留出一张。训练时按该节的做法最多平移四个像素，并随机镜像。',
    folders:
      '每个类别一个文件夹，共 2 到 20 个，每个至少 5 张图片。取每张图片中央的正方形，缩小到 32 × 32 像素。每个类别中每五张留出一张用于测试；其余的在训练时最多平移四个像素，并随机镜像。',
  },
  credits: '图片作者',
  source: '获取 CIFAR-10',
  difficulty: '难度',
  difficultyDoes: '图形更小，杂物和噪声更多。',
  files: {
    chooseFiles: '选择文件',
    chooseFolder: '选择文件夹',
    dropFiles: '或把 data_batch_1.bin 等文件拖到这里',
    dropFolder: '或把文件夹拖到这里',
    private: '你的图片不会离开这台设备。',
    needed: '链接里不含文件：训练前请在这里选择。',
    files: (count) => `已选择 ${count} 个文件。`,
    pictures: (pictures, folders) => `已选择 ${folders} 个文件夹中的 ${pictures} 个文件。`,
  },
  examples: {
    title: '示例',
    show: '显示示例',
    doing: '正在读取图片',
    of: (name) => `“${name}”的示例`,
    none: '最初的图片中没有',
    facts: (pictures, heldOut) => `共 ${pictures} 张图片用于训练${heldOut ? '，另有一些留作测试' : ''}。`,
    note: '种子为 0 的训练最先看到的图片，与进入网络时相同。',
  },
  className: (of, id) => classNames[of]?.[id] ?? id,
};
