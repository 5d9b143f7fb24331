import type { map as english } from './map.en.ts';

export const map: typeof english = {
  view: {
    window: '地图：加号和减号缩放，方向键移动',
    rule: '按住 Ctrl 或 ⌘ 滚动滚轮、双指开合，或用 + 和 − 缩放；拖动可移动地图，地图未显示完时滚轮也可以。双击进入内部。',
    ruleTouch: '双指缩放和移动地图，单指滚动页面。',
    level: '层次',
    levels: { network: '网络', blocks: '块', operations: '运算' },
    scale: '大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fit: '显示整个层次',
    path: '所选节点的位置',
    goTo: (name) => `前往 ${name}`,
    announce: (level) => `地图：${level}`,
    unknownPlace: (name, model) => `这个页面地址中的“${name}”不属于 ${model}；改为显示整张地图。`,
  },
  repeats: {
    title: '结构相同',
    compare: (id, count) => `比较 ${id}：${count} 个结构相同的块`,
  },
};
