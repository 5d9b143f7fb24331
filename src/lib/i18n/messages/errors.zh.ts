import { formatBytes, formatNumber } from '../format.ts';
import type { ErrorMessages } from './errors.en.ts';

const count = (value: number) => formatNumber(value, 'zh');
const size = (bytes: number) => `${count(bytes)} 字节（${formatBytes(bytes, 'zh')}）`;

/** `notReady.what` is a node or tensor id, or one of these. */
const things: Readonly<Record<string, string>> = {
  'a picture': '图片',
  'a forward pass': '一次前向计算',
  'a task': '训练任务',
  'networks to train': '要训练的网络',
};

export const errors: ErrorMessages = {
  pictureNotFound: ({ name }) => `找不到图片文件“${name}”，请检查路径。`,
  pictureUnreachable: ({ name }) => `无法获取图片“${name}”：连接不上服务器。你自己的图片仍可使用。`,
  pictureEmpty: ({ name }) => `“${name}”是空文件（0 字节），可能没有保存或复制完整。请换一个文件。`,
  pictureUnreadable: ({ name }) =>
    `无论“${name}”叫什么名字，它都不是这里能读取的图片。请使用 JPEG、PNG、WebP 或 GIF 文件。`,
  pictureTruncated: ({ name }) => `“${name}”的数据不完整：文件已损坏，或只复制了一部分。请重新获取。`,
  pictureTooSmall: ({ name, width, height, minimum }) =>
    `“${name}”太小：${count(width)} × ${count(height)} 像素，短边至少要有 ${count(minimum)} 像素。请换一张更大的图片。`,
  pictureTooLarge: ({ name, width, height, limitMegapixels }) =>
    `“${name}”太大：${count(width)} × ${count(height)} 像素。最多能打开 ${count(limitMegapixels)} 百万像素、每边 16,384 像素的图片，请先缩小。`,

  cameraInsecure: () => '浏览器只允许通过安全连接（https 或本机）打开的页面使用摄像头。请改为打开图片文件。',
  cameraRefused: () =>
    '不能使用摄像头：它在这里或在系统设置中被拒绝。请在浏览器设置中允许本站使用摄像头，然后重试。',
  cameraMissing: () => '没有找到摄像头。请连接摄像头后重试，或打开图片文件。',
  cameraBusy: () => '摄像头无法启动，可能正被其他程序使用。请关闭那个程序后重试。',
  cameraStopped: () => '摄像头已停止：可能被拔下或关闭。请重试。',

  weightsMissing: ({ file, status }) =>
    status === 0
      ? `缺少权重文件 ${file}。请运行“npm run weights”重新准备权重。`
      : `服务器上没有权重文件 ${file}（HTTP ${String(status)}）。请运行“npm run weights”，重新构建后再刷新。`,
  weightsNotBinary: ({ file }) =>
    `服务器返回的不是权重文件 ${file}，而是一个网页。文件可能不存在，或被网络的登录页面拦截：请检查网络后刷新。`,
  weightsLength: ({ file, expected, actual }) =>
    `权重文件 ${file} 的长度不对：得到 ${size(actual)}，应为 ${size(expected)}。下载中断或文件损坏，请重试；如果再次出现，请运行“npm run weights”。`,
  weightsHash: ({ file }) =>
    `权重文件 ${file} 已损坏：它的 SHA-256 与清单不符。请刷新；如果再次出现，请用“npm run weights”重新准备权重。`,
  weightsManifest: ({ file, reason }) => `${file} 描述的权重不能在这里使用：${reason}。`,
  weightsUnreachable: ({ file }) => `无法获取权重文件 ${file}：连接不上服务器。请检查网络后重试。`,

  unknownRun: ({ run }) => `网络“${run}”不在训练中：它已被换下，或者计算后端重新启动过。请重新训练。`,
  emojiUnreachable: () => '无法获取表情符号图片：连接不上服务器。光栅和形状是在本机生成的，仍可使用。',
  cifarNeeded: () =>
    'CIFAR-10 要从你自己的副本读取，现在还没有选择文件。请选择 cifar-10-batches-bin 中的 data_batch_1.bin 等文件。',
  cifarUnreadable: ({ file }) => `无法读取 ${file}：它是文件夹，或者选择之后被移动了。请直接选择文件本身。`,
  foldersNeeded: () => '还没有选择图片。请选择一个文件夹，其中每个子文件夹存放一个类别的图片。',
  foldersClasses: ({ classes, least, most }) =>
    `图片分布在 ${count(classes)} 个文件夹中，而每个文件夹是一个类别：需要 ${count(least)} 到 ${count(most)} 个。请选择一个文件夹，其中每个子文件夹存放一个类别的图片。`,
  foldersPictures: ({ pictures, most }) =>
    `共有 ${count(pictures)} 张图片，太多了：这里最多用 ${count(most)} 张训练。请少选一些。`,
  folderTooSmall: ({ folder, pictures, least }) =>
    `文件夹“${folder}”只有 ${count(pictures)} 张图片，而每个类别至少需要 ${count(least)} 张。请补充图片，或去掉这个文件夹。`,
  cifarMissing: ({ folder }) =>
    `${folder} 中没有 data_batch_*.bin。请给出 CIFAR-10 二进制文件所在的文件夹 cifar-10-batches-bin。`,
  cifarLength: ({ file, bytes, record }) =>
    bytes === 0
      ? `${file} 是空文件。请选择 CIFAR-10 的二进制版本：data_batch_1.bin 等。`
      : `${file} 长 ${bytes} 字节，不是 ${record} 的整数倍，所以不是 CIFAR-10 的二进制版本。请选择 cifar-10-batches-bin 中的 data_batch_1.bin 等文件。`,
  cifarLabel: ({ file, label, record }) =>
    `${file} 的第 ${record} 条记录标签为 ${label}，而 CIFAR-10 的标签是 0 到 9。请选择二进制版本中的 data_batch_1.bin 等文件；CIFAR-100 不适用。`,

  trajectoryTooShort: ({ steps, needed }) =>
    `训练只进行了 ${steps} 步，不足以确定一个穿过训练轨迹的平面。请至少训练 ${needed} 步，或改用随机方向。`,
  weightsNotFinite: ({ step }) =>
    `训练 ${step} 步之后，这个网络的权重已不是有限数值：训练已经发散，周围也就没有损失可看。请回到初始权重，用更小的学习率重新训练。`,

  recordingUnreachable: ({ name }) =>
    `无法获取录制的数据“${name}”：与服务器没有连接。请重试，或在此训练网络，那不需要连接。`,
  runFileUnreadable: ({ file }) =>
    `“${file}”不是在本页保存的训练记录。请选择由“保存这次训练”生成的文件；页面上的内容不受影响。`,
  runFileTooLarge: ({ file, bytes, most }) =>
    `“${file}”太大，不像是保存的训练记录：${size(bytes)}，最多只能打开 ${size(most)}。请选择别的文件。`,
  runFileNewer: ({ file, version, known }) =>
    `“${file}”由本站更新的版本保存（格式 ${count(version)}，当前版本最高支持 ${count(known)}）。请刷新页面取得最新版本，再打开它。`,
  runFileDamaged: ({ file, where }) =>
    `无法显示“${file}”：${where === '' ? '其中的内容' : `其中的“${where}”`}缺失或不符合要求。文件可能被改动过，或只复制了一部分：请重新保存这次训练。`,
  progressUnreadable: ({ file }) => `“${file}”不是本站保存的学习进度。请选择由“保存我的进度”生成的文件。`,
  progressNewer: ({ file, version, known }) =>
    `“${file}”由本站更新的版本保存（格式 ${count(version)}，当前版本最高支持 ${count(known)}）。请刷新页面取得最新版本，再打开它。`,
  progressDamaged: ({ file, where }) =>
    `无法使用“${file}”：${where === '' ? '其中的内容' : `其中的“${where}”`}缺失或不符合要求。这里已有的进度没有改动。`,
  unknownCommand: ({ command, known }) => `没有“${command}”这个命令。可用的命令：${known}。`,
  unknownOption: ({ option, command }) =>
    `命令“${command}”没有选项“${option}”。参见“npm run -s atlas -- ${command} --help”。`,
  missingValue: ({ option }) => `选项“${option}”后面需要一个值。`,
  invalidValue: ({ option, value, expected }) => `“${value}”不能作为“${option}”的值，应为：${expected}。`,
  missingPicture: ({ command }) => `命令“${command}”需要一张图片，请给出文件路径。`,
  unknownModel: ({ model, known }) => `没有“${model}”这个模型。可用的模型：${known}。`,
  unknownBlock: ({ block, known }) => `这个网络里没有块“${block}”。它的块有：${known}。`,
  unknownNode: ({ node }) => `这个网络里没有节点“${node}”。`,
  unknownClass: ({ target, classes }) =>
    `没有类别“${target}”：类别是 0 到 ${count(classes - 1)} 之间的整数（共 ${count(classes)} 类）。`,
  channelOutOfRange: ({ node, channel, channels }) =>
    `“${node}”没有第 ${String(channel)} 号通道：它的 ${count(channels)} 个通道从 0 开始编号。`,
  blocksNotInterchangeable: ({ first, second }) =>
    `块 ${first} 和 ${second} 不能互换：只有同一阶段的两个块可以互换，而且都不能是改变形状的第一个块。`,
  nothingLeftOfBlock: ({ block }) => `块 ${block} 将什么也不剩：移除残差分支后必须保留捷径。请撤销其中一项。`,
  nothingToCut: ({ block }) => `块 ${block} 没有可以切断的捷径。`,

  backendUnavailable: ({ backend, reason }) =>
    `后端“${backend}”在这里无法运行：${reason}。请选择其他后端或“auto”。`,
  noBackend: ({ tried }) =>
    `没有可用的后端，网络无法运行（已尝试：${tried}）。任何支持 WebAssembly 的新版浏览器都可以。`,
  contextLost: ({ backend }) => `图形驱动断开了连接（${backend}）。正在用同一张图片重新启动网络。`,
  workerCrashed: ({ reason }) => `运行网络的工作线程停止了（${reason}）。正在用同一张图片重新启动。`,
  outOfMemory: ({ backend }) => `后端“${backend}”的内存不足。请关闭其他标签页，或选择其他后端。`,
  notReady: ({ what }) =>
    `还没有准备好：需要先有${Object.hasOwn(things, what) ? things[what] : ` ${what}`}。`,
  unexpected: ({ reason }) => `发生了意料之外的错误：${reason}。请刷新后重试；如果仍然出现，请向我们报告。`,
};
