import { formatBytes, formatMilliseconds, formatNumber } from '../format.ts';
import type { explore as english } from './explore.en.ts';

const count = (value: number) => formatNumber(value, 'zh');
const bytes = (value: number) => formatBytes(value, 'zh');

export const explore: typeof english = {
  title: '探索',
  description:
    '把 ResNet-50 当作一张可以走进去的地图：你的图片流过其中，每一层、每个通道都在你的浏览器里算出。',
  heading: 'ResNet-50',
  totals: (parameters, macs, blocks) => `${parameters} 参数 · ${macs} 次乘加 · ${blocks} 个残差块`,

  picture: {
    title: '图片',
    samples: '示例图片',
    open: '打开…',
    hint: '也可以拖入或粘贴。图片不会离开这台设备。',
    opening: (name) => `正在打开 ${name} …`,
    pasted: '粘贴的图片',
    asSeen: (width, height) =>
      `${count(width)} × ${count(height)} 像素；网络看到的是这个 224 × 224 的正方形。`,
    willBeCropped: '网络看到的是中间的正方形，224 × 224 像素。',
    alt: (name) => `${name}：网络看到的正方形`,
    drop: '松开鼠标，让网络看这张图片',
  },

  prediction: {
    title: '网络的判断',
    empty: '前向计算到达终点后，这里会列出 1000 类中概率最大的五类。',
    list: '概率最大的五类',
    announce: (name, percent) => `最可能的类别：${name}，${percent}`,
  },

  engine: {
    title: '由什么计算',
    choice: '计算后端',
    backends: {
      auto: '自动选择',
      webgpu: 'WebGPU',
      webgl: 'WebGL 2',
      wasm: 'WebAssembly',
      cpu: 'JavaScript',
    },
    waiting: '尚未启动',
    starting: '正在启动 …',
    computing: (unit) => `正在计算${unit}…`,
    waitingFor: (unit) => `正在等待${unit}的权重 …`,
    idle: '就绪',
    failed: '已停止',
    weights: (precision) => `${precision} 权重`,
    milliseconds: (value) => formatMilliseconds(value, 'zh'),
    software: '软件渲染',
    halfPrecision: '半精度',
    features: (simd, threads) => `${simd ? 'SIMD' : '无 SIMD'}，${count(threads)} 个线程`,
    passedOver: '未采用',
    reasons: {
      absent: '此浏览器在这里不提供',
      software: '由处理器代替显卡运算，比 WebAssembly 慢',
      notStarted: '未能启动',
      wrongResult: '对一个结果已知的卷积算错了',
      failed: '出错而停止',
    },
    memory: (size, tensors) => `${bytes(size)}，共 ${count(tensors)} 个张量`,
    restarted: {
      contextLost: '图形驱动断开了连接。网络已用同一张图片重新启动。',
      workerCrashed: '运行网络的 Worker 停止了。网络已用同一张图片重新启动。',
    },
  },

  map: {
    label: '网络：阶段、块、运算',
    help: '用方向键在网络中移动，回车键选择，右方向键打开一个块。',
    legend: { residual: '残差分支 F', identity: '恒等捷径', projection: '投影捷径' },
    sections: { input: '图片', stem: '起始层', head: '分类头' },
    stage: (number) => `conv${number}_x`,
    units: { input: '图片', stem: '起始层', head: '分类头' },
    block: (id) => `块 ${id}`,
    inText: { input: '图片', stem: '起始层', head: '分类头', block: (id) => `块 ${id} ` },
    times: (blocks) => `${blocks} 个块`,
    identity: 'x，原样通过',
    state: {
      absent: '权重尚未到达',
      arriving: (received, all) => `权重已到达 ${bytes(received)}，共 ${bytes(all)}`,
      present: '权重已到达，尚未计算',
      stale: '显示的仍是上一张图片',
      computed: (milliseconds) => `计算用时 ${formatMilliseconds(milliseconds, 'zh')}`,
    },
    weights: {
      idle: (total) => `权重：${total}，页面运行后逐块获取`,
      arriving: (received, all) => `权重：${bytes(received)}，共 ${bytes(all)}`,
      complete: (all) => `权重已全部到达（${bytes(all)}）`,
      cached: (all) => `权重已全部到达（${bytes(all)}，来自先前访问的缓存）`,
      now: (unit, received, all) => `${unit}：${bytes(received)}，共 ${bytes(all)}`,
      label: '已获取的权重',
    },
  },

  inspector: {
    title: '查看器',
    place: {
      residual: (block) => `块 ${block}，残差分支 F 上`,
      shortcut: (block) => `块 ${block}，投影捷径上`,
      sum: (block) => `块 ${block}，F 与 x 相加之处`,
      output: (block) => `块 ${block} 的输出`,
      stem: '起始层',
      head: '分类头',
      input: '网络的输入',
    },
    facts: {
      out: '输出',
      parameters: '参数',
      macs: '乘加',
      field: '感受野',
      wholePicture: '整张图片',
      jump: '间隔',
      fieldTitle: '一个值能够依赖的输入像素正方形的边长，以及相邻两个值的正方形相距多少像素',
    },
    statistics: {
      title: '全部数值',
      mean: '均值',
      std: '标准差',
      min: '最小值',
      max: '最大值',
      zeros: '为零',
    },
    maps: {
      all: (channels) => `全部 ${count(channels)}`,
      empty: (what, unit) => `${unit}算出之后，这里会显示${what}。`,
      emptyMaps: (channels, height, width) => ` ${count(channels)} 张 ${height} × ${width} 的特征图`,
      emptyValues: (length) => ` ${count(length)} 个值`,
      grid: (channels) => `${count(channels)} 张特征图，每个通道一张；可用方向键逐张移动`,
      sort: '排序',
      sorts: { index: '编号', mean: '均值', max: '最大值', std: '方差', zeros: '零的比例', gradient: '梯度' },
      valueSorts: { index: '编号', value: '数值' },
      scale: '配色',
      scales: { shared: '统一尺度', channel: '各通道自己的尺度' },
      ownMinimum: '− 该通道最大值',
      ownMaximum: '该通道最大值',
      strip: '全部数值，按编号排列',
      list: '数值条形图',
    },
    channel: {
      short: (channel) => `第 ${channel} 号`,
      name: (channel) => `通道 ${channel}`,
      colours: ['蓝', '绿', '红'],
      label: (channel, mean, zeros) => `通道 ${channel}：均值 ${mean}，${zeros} 恰好为零`,
    },
    summary: {
      /** Between sentences. */
      gap: '',
      maps: (channels, height, width, mean, std, low, high) =>
        `${count(channels)} 张 ${height} × ${width} 的特征图。均值 ${mean}，标准差 ${std}，范围从 ${low} 到 ${high}。`,
      values: (length, mean, std, low, high) =>
        `${count(length)} 个值。均值 ${mean}，标准差 ${std}，范围从 ${low} 到 ${high}。`,
      zeros: (percent) => `其中 ${percent} 恰好为零。`,
      strongest: (channel, value) => `均值最大的是${channel}：${value}。`,
      largest: (name, value) => `最大的是 ${name}：${value}。`,
    },
    table: {
      caption: (node) => `${node}，逐通道`,
      captionValues: (node) => `${node}，逐个数值`,
      channel: '通道',
      index: '编号',
      name: '名称',
      value: '数值',
      rows: (first, last, all) => `第 ${count(first)}–${count(last)} 行，共 ${count(all)} 行`,
      previous: '前面的行',
      next: '后面的行',
    },
    feature: (index) => `特征 ${index}`,
    jumpHere: (node) => `查看 ${node}`,
  },

  errors: { retry: '重试', dismiss: '关闭' },
  address: (name, text, fallback) =>
    `这个页面地址中的“${text}”不是“${name}”的有效值，改用${fallback ? `“${fallback}”` : '空值'}。`,
};
