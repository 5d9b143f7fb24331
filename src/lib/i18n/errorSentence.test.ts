import { describe, expect, test } from 'vitest';
import type { ErrorDetails } from '../model/errors.ts';
import { errorCodes, errorSentence } from './errorSentence.ts';
import { languages } from './languages.ts';

/** Details that cannot be met by chance in the sentence's own words. */
const examples: ErrorDetails = {
  pictureNotFound: { name: 'p1.jpg' },
  pictureUnreachable: { name: 'p8.jpg' },
  pictureEmpty: { name: 'p2.jpg' },
  pictureUnreadable: { name: 'p3.jpg' },
  pictureTruncated: { name: 'p4.jpg' },
  pictureTooSmall: { name: 'p5.jpg', width: 31, height: 32, minimum: 33 },
  pictureTooLarge: { name: 'p6.jpg', width: 71, height: 72, limitMegapixels: 73 },
  cameraInsecure: {},
  cameraRefused: {},
  cameraMissing: {},
  cameraBusy: {},
  cameraStopped: {},
  weightsMissing: { file: 'f1.bin', status: 404 },
  weightsNotBinary: { file: 'f2.bin' },
  weightsLength: { file: 'f3.bin', expected: 417, actual: 418 },
  weightsHash: { file: 'f4.bin' },
  weightsManifest: { file: 'f5.json', reason: 'r1' },
  weightsUnreachable: { file: 'f6.bin' },
  unknownRun: { run: 'u1' },
  emojiUnreachable: {},
  cifarNeeded: {},
  cifarUnreadable: { file: 'f9.bin' },
  foldersNeeded: {},
  foldersClasses: { classes: 811, least: 812, most: 813 },
  foldersPictures: { pictures: 821, most: 822 },
  folderTooSmall: { folder: 'd2', pictures: 831, least: 832 },
  cifarMissing: { folder: 'd1' },
  cifarLength: { file: 'f7.bin', bytes: 731, record: 732 },
  cifarLabel: { file: 'f8.bin', label: 741, record: 742 },
  trajectoryTooShort: { steps: 751, needed: 752 },
  weightsNotFinite: { step: 761 },
  recordingUnreachable: { name: 'r9' },
  runFileUnreadable: { file: 'r1.json' },
  runFileTooLarge: { file: 'r2.json', bytes: 771, most: 772 },
  runFileNewer: { file: 'r3.json', version: 781, known: 782 },
  runFileDamaged: { file: 'r4.json', where: 'w4' },
  progressUnreadable: { file: 'g1.json' },
  progressNewer: { file: 'g2.json', version: 791, known: 792 },
  progressDamaged: { file: 'g3.json', where: 'w5' },
  unknownCommand: { command: 'c1', known: 'k1' },
  unknownOption: { option: '--o1', command: 'c2' },
  missingValue: { option: '--o2' },
  invalidValue: { option: '--o3', value: 'v3', expected: 'e3' },
  missingPicture: { command: 'c3' },
  unknownModel: { model: 'm1', known: 'k2' },
  unknownBlock: { block: '9z', known: 'k3' },
  unknownNode: { node: 'n1' },
  unknownClass: { target: 't1', classes: 519 },
  channelOutOfRange: { node: 'n2', channel: 621, channels: 622 },
  blocksNotInterchangeable: { first: '8x', second: '8y' },
  nothingLeftOfBlock: { block: '7z' },
  nothingToCut: { block: '6z' },
  backendUnavailable: { backend: 'b1', reason: 'r2' },
  noBackend: { tried: 'b2' },
  contextLost: { backend: 'b3' },
  workerCrashed: { reason: 'r3' },
  outOfMemory: { backend: 'b4' },
  notReady: { what: 'w1' },
  unexpected: { reason: 'r4' },
};

describe.each(languages)('error sentences (%s)', (language) => {
  test.each(errorCodes)('%s says its details in a finished sentence', (code) => {
    const sentence = errorSentence(language, { code, details: examples[code] });
    for (const detail of Object.values(examples[code])) expect(sentence).toContain(String(detail));
    expect(sentence).toMatch(/[.。]$/);
    expect(sentence).not.toMatch(/undefined|\[object|NaN/);
  });
});

test('every code has an example here, and none is left over', () => {
  expect(Object.keys(examples).sort()).toEqual([...errorCodes].sort());
});

test('the two languages differ in every sentence', () => {
  for (const code of errorCodes) {
    const plain = { code, details: examples[code] };
    expect(errorSentence('zh', plain)).not.toBe(errorSentence('en', plain));
  }
});

test('large counts are grouped, so that digits can be counted', () => {
  const details = { name: 'p', width: 12000, height: 12000, limitMegapixels: 64 };
  expect(errorSentence('en', { code: 'pictureTooLarge', details })).toContain('12,000 × 12,000');
});
