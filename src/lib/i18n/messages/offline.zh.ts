import type { offline as en } from './offline.en.ts';

export const offline: typeof en = {
  title: '离线阅读',
  text: '把本语言的全部课程、术语表及其搜索保存在这个浏览器里。实验所需的内容，运行过一次之后也会留下。',
  keep: '把课程保存到本设备',
  keeping: '正在获取',
  kept: '课程已保存在本设备上，没有网络也能打开。',
  again: '重新获取',
  failed: {
    unreachable: '课程没有全部取到：与服务器的连接断开了。已取到的部分会保留；恢复连接后请再试一次。',
    full: '课程没有全部保存：浏览器给本网站的空间已满。请腾出空间后再试一次。',
  },
};
