import type { runFile as english } from './runFile.en.ts';

export const runFile: typeof english = {
  title: '文件',
  intro: '保存的文件包含这次训练的设置、全部曲线和各层的全部数值，不包含网络权重。',
  save: '保存这次训练',
  open: '打开保存过的训练',
  drop: '或把文件拖到这里',
  nothing: '走完第一步之后才有内容可以保存。',
  curves: '曲线（CSV）',
  layers: '各层数值（CSV）',
  saved: (file) => `已保存为 ${file}`,
  opened: (file) => `页面上现在显示的是 ${file}。`,
  reading: '正在处理',
  python: {
    title: '用 PyTorch 做同一个实验',
    intro:
      '一个完整的程序：网络、任务和训练设置。随机数由 PyTorch 产生，所以曲线与本页相似，但不会完全相同。',
    seed: (seed) => `程序使用种子 ${seed}；可以用 --seed 换成别的。`,
    networks: '包含的网络',
    none: '请至少选择一个网络。',
    target: '运行方式',
    targets: { single: '单个进程', torchrun: '多个进程（torchrun）' },
    torchrun:
      '各进程分担每一批图片，训练设置因此不变。用 --batch 可以加大批次；使用 SGD 时学习率随之按比例增大（Goyal 等人 2017）。',
    label: 'PyTorch 程序',
    files: {
      cifar10: '请用 --data 指定 CIFAR-10 二进制文件所在的文件夹。',
      folders: '请用 --data 指定你的文件夹，其中每一类图片各占一个子文件夹。',
      emoji: '程序会从本站读取表情符号；也可以用 --data 指定存有它们的文件夹。',
    },
    start: '保存初始权重和最初几批数据',
    startNote: (file) => `加上 --initial ${file}，程序就从本页的初始权重和批次开始（safetensors 格式）。`,
    drift:
      '这样最初的损失大约有五位数字一致。此后会逐渐分开，网络越深、学习率越高就越快：批归一化把舍入误差放大了。20 层普通网络在学习率 0.05 下，PyTorch 自身单精度与双精度的损失在第四步就相差 1.8 %。',
    batches: '批数',
  },
};
