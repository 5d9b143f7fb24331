import type { picture as english } from './picture.en.ts';

export const picture: typeof english = {
  tools: '其他图片',
  close: '关闭',
  cancel: '取消',

  camera: {
    open: '拍照…',
    title: '用摄像头拍照',
    file: '摄像头照片',
    starting: '正在等待摄像头。浏览器可能会询问是否允许本页使用它。',
    live: '摄像头画面',
    taken: '拍下的照片',
    choice: '摄像头',
    numbered: (number) => `摄像头 ${number}`,
    take: '拍照',
    retake: '重拍',
    use: '使用这张照片',
    private: '照片不会离开这台设备；关闭这个窗口后，摄像头随即关闭。',
    announceTaken: '已拍照',
  },
};
