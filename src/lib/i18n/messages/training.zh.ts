import type { training as english } from './training.en.ts';

export const training: typeof english = {
  navigation: '普通网络与残差网络',
  experiments: {
    race: { name: '并排训练', question: '只差捷径连接，谁学得会？' },
    depths: { name: '深度', question: '网络越来越深，会发生什么？' },
    landscape: { name: '损失地形', question: '解的周围，损失是什么样子？' },
    inside: { name: '网络内部', question: '这些小网络看到了什么？' },
  },
};
