import type { exporting as english } from './export.en.ts';

export const exporting: typeof english = {
  menu: (what) => `导出：${what}`,
  figure: '图',
  numbers: '数值（CSV）',
  svg: 'SVG',
  png: 'PNG，2 倍',
  tables: {
    probabilities: '全部 1000 类',
    statistics: '全部通道的统计量',
    map: (channel) => `通道 ${channel} 的全部数值`,
    vector: '全部数值',
    residuals: '全部残差块的指标',
    addition: (channel) => `通道 ${channel}：x、F、x + F、ReLU`,
    attribution: (name) => `“${name}”的全部数值`,
    differences: '全部通道的差异',
    pair: '所示通道：A、B、A − B',
    costs: '全部运算的形状与开销',
  },
  saved: (name) => `已保存：${name}`,
  failed: '无法生成文件，请重试。',
  caption: {
    picture: (name) => `图片：${name}`,
    crop: (left, top, side, turn) =>
      `边长 ${side} 像素的正方形，位于 ${left}，${top}${turn === 0 ? '' : `，旋转 ${turn}°`}`,
    notComputed: '尚未计算',
    underWay: '正在计算：部分内容仍来自上一次计算',
    trained: '训练所得的原网络',
    interventions: (chips) => `干预：${chips}`,
  },
  description: (title, caption) => `${title}。${caption}。由 ResNet Atlas 生成。`,
};
