import type { ErrorCode, ErrorDetails } from '../../model/errors.ts';
import { formatBytes, formatNumber } from '../format.ts';

/** For every code: what happened, why, what to do, in a sentence or two. A code without one is a type error. */
export type ErrorMessages = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string };

const count = (value: number) => formatNumber(value, 'en');
const size = (bytes: number) => `${count(bytes)} bytes (${formatBytes(bytes, 'en')})`;

export const errors: ErrorMessages = {
  pictureNotFound: ({ name }) => `There is no picture file “${name}”: check the path.`,
  pictureUnreachable: ({ name }) =>
    `The picture “${name}” could not be fetched: there is no connection to the server. Pictures of your own still work.`,
  pictureEmpty: ({ name }) =>
    `“${name}” is empty (0 bytes): it was probably not saved or copied completely. Choose another file.`,
  pictureUnreadable: ({ name }) =>
    `“${name}” is not a picture that can be read here, whatever its name says. Use a JPEG, PNG, WebP or GIF file.`,
  pictureTruncated: ({ name }) =>
    `“${name}” ends before the picture does: the file is damaged or was copied only in part. Get it again.`,
  pictureTooSmall: ({ name, width, height, minimum }) =>
    `“${name}” is too small: ${count(width)} × ${count(height)} pixels, and the shorter side must have at least ${count(minimum)}. Choose a larger picture.`,
  pictureTooLarge: ({ name, width, height, limitMegapixels }) =>
    `“${name}” is too large: ${count(width)} × ${count(height)} pixels. At most ${count(limitMegapixels)} megapixels and 16,384 pixels a side can be opened: make it smaller first.`,

  cameraInsecure: () =>
    'The browser lets a page use the camera only over a secure connection (https, or this machine itself). Open a picture file instead.',
  cameraRefused: () =>
    'The camera may not be used: it was refused here or in the system’s settings. Allow it in the browser’s settings for this site, then try again.',
  cameraMissing: () => 'No camera was found. Connect one and try again, or open a picture file.',
  cameraBusy: () =>
    'The camera could not be started: another program probably uses it. Close that program and try again.',
  cameraStopped: () => 'The camera has stopped: it was unplugged or switched off. Try again.',

  weightsMissing: ({ file, status }) =>
    // Status 0: on this machine, where no server has been asked.
    status === 0
      ? `The weight file ${file} is missing. Prepare the weights anew with “npm run weights”.`
      : `The weight file ${file} is missing on the server (HTTP ${String(status)}). Run “npm run weights”, build again, and reload.`,
  weightsNotBinary: ({ file }) =>
    `The server sent a web page in place of the weight file ${file}. It may be missing, or a sign-in page of the network stands in between: check the connection and reload.`,
  weightsLength: ({ file, expected, actual }) =>
    `The weight file ${file} has the wrong length: ${size(actual)}, expected ${size(expected)}. The download broke off or the file is damaged: try again; if it happens again, run “npm run weights”.`,
  weightsHash: ({ file }) =>
    `The weight file ${file} is damaged: its SHA-256 is not the one in the manifest. Reload; if it happens again, prepare the weights anew with “npm run weights”.`,
  weightsManifest: ({ file, reason }) =>
    `${file} does not describe weights that can be used here: ${reason}.`,
  weightsUnreachable: ({ file }) =>
    `The weight file ${file} could not be fetched: there is no connection to the server. Check the network and try again.`,

  unknownRun: ({ run }) =>
    `The network “${run}” is not in training: it was put aside, or what computes was started anew. Train it again.`,
  emojiUnreachable: () =>
    'The emoji could not be fetched: there is no connection to the server. Gratings and shapes are made here and need none.',
  cifarNeeded: () =>
    'CIFAR-10 is read from your own copy, and no file of it is chosen. Choose data_batch_1.bin and so on from cifar-10-batches-bin.',
  cifarUnreadable: ({ file }) =>
    `${file} could not be read: it is a folder, or it has been moved since it was chosen. Choose the files themselves.`,
  foldersNeeded: () =>
    'No pictures are chosen. Choose a folder that holds one folder of pictures for each class.',
  foldersClasses: ({ classes, least, most }) =>
    `Pictures lie in ${count(classes)} ${classes === 1 ? 'folder' : 'folders'}, and each folder is a class: ${count(least)} to ${count(most)} are needed. Choose a folder that holds one folder of pictures for each class.`,
  foldersPictures: ({ pictures, most }) =>
    `${count(pictures)} pictures are too many: at most ${count(most)} can be trained on here. Choose fewer.`,
  folderTooSmall: ({ folder, pictures, least }) =>
    `The folder “${folder}” has ${count(pictures)} ${pictures === 1 ? 'picture' : 'pictures'}, and a class needs at least ${count(least)}. Add pictures, or leave the folder out.`,
  cifarMissing: ({ folder }) =>
    `There is no data_batch_*.bin in ${folder}. Give the folder with CIFAR-10’s binary files, cifar-10-batches-bin.`,
  cifarLength: ({ file, bytes, record }) =>
    bytes === 0
      ? `${file} is empty. Choose the binary version of CIFAR-10: data_batch_1.bin and so on.`
      : `${file} is ${bytes} bytes long, which is no multiple of ${record}, so it is not CIFAR-10’s binary version. Choose data_batch_1.bin and so on from cifar-10-batches-bin.`,
  cifarLabel: ({ file, label, record }) =>
    `${file} has the label ${label} in record ${record}, where CIFAR-10 has 0 to 9. Choose data_batch_1.bin and so on from the binary version; CIFAR-100 does not fit.`,

  trajectoryTooShort: ({ steps, needed }) =>
    `Training has made ${steps} steps, too few for a plane through its way. Train for ${needed} steps or more, or choose random directions.`,
  weightsNotFinite: ({ step }) =>
    `The weights of this network are not finite after ${step} steps: training diverged, and there is no loss to look at round them. Rewind it and train with a lower rate.`,

  recordingUnreachable: ({ name }) =>
    `The recording “${name}” could not be fetched: there is no connection to the server. Try again, or train networks here: that needs none.`,
  runFileUnreadable: ({ file }) =>
    `“${file}” is not a race that was saved on this page. Choose a file that “Save this race” has made; what is on the page stays.`,
  runFileTooLarge: ({ file, bytes, most }) =>
    `“${file}” is too large for a saved race: ${size(bytes)}, and at most ${size(most)} can be opened. Choose another file.`,
  runFileNewer: ({ file, version, known }) =>
    `“${file}” was saved by a newer version of this site (format ${count(version)}; this one knows up to ${count(known)}). Reload the page to get the newest version, then open it again.`,
  runFileDamaged: ({ file, where }) =>
    `“${file}” cannot be shown: ${where === '' ? 'its contents are' : `“${where}” in it is`} missing or not what it should be. It was changed or copied only in part: save the race again.`,
  progressUnreadable: ({ file }) =>
    `“${file}” is not progress saved by this site. Choose a file that “Save my progress” has written.`,
  progressNewer: ({ file, version, known }) =>
    `“${file}” was saved by a newer version of this site (format ${count(version)}; this one knows up to ${count(known)}). Reload the page to get the newest version, then open it again.`,
  progressDamaged: ({ file, where }) =>
    `“${file}” cannot be used: ${where === '' ? 'its contents are' : `“${where}” in it is`} missing or not what it should be. Your progress here stays as it was.`,
  unknownCommand: ({ command, known }) => `There is no command “${command}”. Known are: ${known}.`,
  unknownOption: ({ option, command }) =>
    `“${command}” has no option “${option}”. See “npm run -s atlas -- ${command} --help”.`,
  missingValue: ({ option }) => `The option “${option}” needs a value after it.`,
  invalidValue: ({ option, value, expected }) =>
    `“${value}” is no value for “${option}”: expected ${expected}.`,
  missingPicture: ({ command }) => `“${command}” needs a picture: give the path of a file.`,
  unknownModel: ({ model, known }) => `There is no model “${model}”. Known are: ${known}.`,
  unknownBlock: ({ block, known }) =>
    `There is no block “${block}” in this network. Its blocks are: ${known}.`,
  unknownNode: ({ node }) => `There is no node “${node}” in this network.`,
  unknownClass: ({ target, classes }) =>
    `There is no class “${target}”: a class is a whole number from 0 to ${count(classes - 1)} (there are ${count(classes)}).`,
  channelOutOfRange: ({ node, channel, channels }) =>
    `“${node}” has no channel ${String(channel)}: its ${count(channels)} channels are counted from 0.`,
  blocksNotInterchangeable: ({ first, second }) =>
    `Blocks ${first} and ${second} cannot change places: only two blocks of one stage can, and neither may be its first, which changes the shape.`,
  nothingLeftOfBlock: ({ block }) =>
    `Nothing would be left of block ${block}: with its branch removed the shortcut must stay. Undo one of the two.`,
  nothingToCut: ({ block }) => `Block ${block} has no shortcut to cut.`,

  backendUnavailable: ({ backend, reason }) =>
    `The backend “${backend}” does not run here: ${reason}. Choose another, or “auto”.`,
  noBackend: ({ tried }) =>
    `No backend runs here, so the network cannot (tried: ${tried}). A current browser with WebAssembly is enough.`,
  contextLost: ({ backend }) =>
    `The graphics driver dropped the connection (${backend}). The network is started again with the same picture.`,
  workerCrashed: ({ reason }) =>
    `The network's worker stopped (${reason}). It is started again with the same picture.`,
  outOfMemory: ({ backend }) =>
    `There is not enough memory for this on “${backend}”. Close other tabs, or choose another backend.`,
  notReady: ({ what }) => `Not ready yet: ${what} has to be there first.`,
  unexpected: ({ reason }) =>
    `Something unforeseen went wrong: ${reason}. Reload and try again; if it stays, please report it.`,
};
