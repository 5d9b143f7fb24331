/**
 * Errors that a reader may meet. Each has a code and the facts its sentence needs; the sentences themselves
 * (what, why, what to do) are messages, in the reader's language: `$lib/i18n`.
 */
export interface ErrorDetails {
  // pictures
  pictureNotFound: { name: string };
  /** A picture of this site that could not be fetched. */
  pictureUnreachable: { name: string };
  pictureEmpty: { name: string };
  /** Not a picture that this host can decode, whatever its name says. */
  pictureUnreadable: { name: string };
  /** The file ends before the picture does. */
  pictureTruncated: { name: string };
  pictureTooSmall: { name: string; width: number; height: number; minimum: number };
  pictureTooLarge: { name: string; width: number; height: number; limitMegapixels: number };
  // camera
  /** The page has no secure connection, or the browser knows no cameras. */
  cameraInsecure: Record<never, never>;
  cameraRefused: Record<never, never>;
  cameraMissing: Record<never, never>;
  cameraBusy: Record<never, never>;
  /** It stopped while it was in use. */
  cameraStopped: Record<never, never>;
  // weights
  weightsMissing: { file: string; status: number };
  /** A page was served in place of a weight file. */
  weightsNotBinary: { file: string };
  weightsLength: { file: string; expected: number; actual: number };
  weightsHash: { file: string };
  weightsManifest: { file: string; reason: string };
  weightsUnreachable: { file: string };
  // pictures to train on
  /** A run was asked for that is not open, or no longer. */
  unknownRun: { run: string };
  emojiUnreachable: Record<never, never>;
  /** The task was chosen without its files. */
  cifarNeeded: Record<never, never>;
  /** A file of CIFAR-10 that the browser cannot read. */
  cifarUnreadable: { file: string };
  foldersNeeded: Record<never, never>;
  /** Too few or too many folders with pictures. */
  foldersClasses: { classes: number; least: number; most: number };
  /** Too many pictures in all. */
  foldersPictures: { pictures: number; most: number };
  /** Too few pictures in one. */
  folderTooSmall: { folder: string; pictures: number; least: number };
  /** No training files in the folder. */
  cifarMissing: { folder: string };
  cifarLength: { file: string; bytes: number; record: number };
  /** `record`: which one, counted from 0. */
  cifarLabel: { file: string; label: number; record: number };
  // networks trained here
  /** Too few weights of the run are known for a plane; it needs so many steps. */
  trajectoryTooShort: { steps: number; needed: number };
  /** Training diverged. */
  weightsNotFinite: { step: number };
  /** A recording of this site that could not be fetched. */
  recordingUnreachable: { name: string };
  // a race in a file
  /** Not a file of ours, whatever its name says. */
  runFileUnreadable: { file: string };
  runFileTooLarge: { file: string; bytes: number; most: number };
  /** Written by a newer version of this site. */
  runFileNewer: { file: string; version: number; known: number };
  /** `where`: what in it does not fit, as 'lanes[0].runs[1].loss'. */
  runFileDamaged: { file: string; where: string };
  // progress in the lessons, in a file
  progressUnreadable: { file: string };
  progressNewer: { file: string; version: number; known: number };
  progressDamaged: { file: string; where: string };
  // requests
  unknownCommand: { command: string; known: string };
  unknownOption: { option: string; command: string };
  missingValue: { option: string };
  invalidValue: { option: string; value: string; expected: string };
  missingPicture: { command: string };
  unknownModel: { model: string; known: string };
  unknownBlock: { block: string; known: string };
  unknownNode: { node: string };
  unknownClass: { target: string; classes: number };
  channelOutOfRange: { node: string; channel: number; channels: number };
  blocksNotInterchangeable: { first: string; second: string };
  /** Both the shortcut and the branch of a block are gone. */
  nothingLeftOfBlock: { block: string };
  nothingToCut: { block: string };
  // engine
  backendUnavailable: { backend: string; reason: string };
  noBackend: { tried: string };
  contextLost: { backend: string };
  workerCrashed: { reason: string };
  outOfMemory: { backend: string };
  notReady: { what: string };
  /** Anything not foreseen; `reason` is the original message. */
  unexpected: { reason: string };
}

export type ErrorCode = keyof ErrorDetails;

/** An expected error, told by code; `details` are plain data, so that it crosses from worker to page. */
export class AtlasError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AtlasError';
  constructor(
    readonly code: C,
    readonly details: ErrorDetails[C],
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
  }
}

/** The form in which an error crosses the worker boundary. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly details: ErrorDetails[ErrorCode];
}

export function toPlainError(error: unknown): PlainError {
  if (error instanceof AtlasError) return { code: error.code, details: error.details };
  return { code: 'unexpected', details: { reason: error instanceof Error ? error.message : String(error) } };
}

export function fromPlainError({ code, details }: PlainError): AtlasError {
  return new AtlasError(code, details);
}
