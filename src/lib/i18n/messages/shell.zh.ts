import type { shell as english } from './shell.en.ts';

export const shell: typeof english = {
  site: 'ResNet Atlas',
  skipToContent: '跳到正文',
  mainNavigation: '主导航',
  navigation: { lessons: '课程', explore: '探索', gradients: '梯度', compare: '对比', about: '关于' },
  theme: { label: '主题', system: '跟随系统', light: '浅色', dark: '深色' },
  language: '语言',
  provenance: {
    live: '实时',
    liveMeaning: '刚刚在这台设备上算出',
    recorded: '录制',
    recordedMeaning: '由本程序先前运行得到，并附上可重现它的命令',
    published: '已发表',
    publishedMeaning: '引自所注明的来源',
  },
  table: { show: '以表格查看数值', hide: '收起表格' },
  footer: {
    privacy: '图片始终留在你的设备上。',
    licence: 'MIT 许可证',
    sources: '来源',
    credits: '图片署名',
    licences: '第三方许可证',
  },
  notFound: {
    title: '没有这个页面',
    text: '这个地址上没有内容：链接可能已经失效，或者少了一个字母。',
    home: '回到首页',
    explore: '打开探索页',
  },
  failed: {
    title: '这个页面无法显示',
    text: '加载时出了问题。请重新加载；如果仍然不行，请从首页重新进入。',
  },
};
