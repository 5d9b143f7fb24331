/** A camera's picture, from the moment the reader asks for it until it is let go. */
import { AtlasError, toPlainError, type PlainError } from '../model/errors.ts';

/** What is used of `navigator.mediaDevices`. */
export type CameraDevices = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

/** Why a camera does not start, by the name that the browser gives it (W3C, Media Capture and Streams, 10.6). */
const codes = {
  NotAllowedError: 'cameraRefused',
  SecurityError: 'cameraRefused',
  NotFoundError: 'cameraMissing',
  OverconstrainedError: 'cameraMissing',
  NotReadableError: 'cameraBusy',
  AbortError: 'cameraBusy',
} as const;

function plainError(error: unknown): PlainError {
  const name = error instanceof Error ? error.name : '';
  return Object.hasOwn(codes, name)
    ? { code: codes[name as keyof typeof codes], details: {} }
    : toPlainError(error);
}

const stop = (stream: MediaStream | null) => stream?.getTracks().forEach((track) => track.stop());

export class Camera {
  /** What the camera sees; null until it has started, and after it has stopped. */
  stream = $state.raw<MediaStream | null>(null);
  /** All cameras. Their names are known once one of them may be used. */
  devices = $state.raw<readonly Pick<MediaDeviceInfo, 'deviceId' | 'label'>[]>([]);
  /** The one that is used. */
  deviceId = $state('');
  error = $state.raw<PlainError | null>(null);

  readonly #media: CameraDevices | undefined;
  /** Counts starts and stops: a camera that answers to an earlier one is let go at once. */
  #request = 0;

  /** @param media undefined where the browser offers none, as it does on a page without a secure connection */
  constructor(media: CameraDevices | undefined) {
    this.#media = media;
    media?.addEventListener('devicechange', this.#list);
  }

  /** Starts a camera in place of the one before; without an id, the one that looks away from the reader if there is. */
  async start(deviceId?: string): Promise<void> {
    this.stop();
    this.error = null;
    const request = this.#request;
    try {
      if (!this.#media) throw new AtlasError('cameraInsecure', {});
      const stream = await this.#media.getUserMedia({
        audio: false,
        video: {
          ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } }),
          width: { ideal: 1280 },
          height: { ideal: 960 },
        },
      });
      if (request !== this.#request) return stop(stream);
      const [track] = stream.getVideoTracks();
      this.stream = stream;
      this.deviceId = track.getSettings().deviceId ?? deviceId ?? '';
      // Unplugged, or taken by the system.
      track.addEventListener('ended', () => {
        if (request !== this.#request) return;
        this.stream = null;
        this.error = { code: 'cameraStopped', details: {} };
      });
      await this.#list();
    } catch (error) {
      if (request === this.#request) this.error = plainError(error);
    }
  }

  readonly #list = async (): Promise<void> => {
    const devices = (await this.#media?.enumerateDevices()) ?? [];
    this.devices = devices.filter(({ kind }) => kind === 'videoinput');
  };

  /** Lets the camera go; its light goes out. */
  stop(): void {
    this.#request++;
    stop(this.stream);
    this.stream = null;
  }

  dispose(): void {
    this.stop();
    this.#media?.removeEventListener('devicechange', this.#list);
  }
}
