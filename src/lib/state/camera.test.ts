import { expect, test, vi } from 'vitest';
import { Camera, type CameraDevices } from './camera.svelte.ts';

function fakeStream(deviceId: string) {
  const listeners: (() => void)[] = [];
  const track = {
    stop: vi.fn(),
    getSettings: () => ({ deviceId }),
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
  };
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  return { stream, track, end: () => listeners.forEach((listener) => listener()) };
}

function fakeDevices(getUserMedia: CameraDevices['getUserMedia']): CameraDevices {
  const devices = [
    { kind: 'videoinput', deviceId: 'front', label: 'Front camera' },
    { kind: 'audioinput', deviceId: 'mic', label: 'Microphone' },
    { kind: 'videoinput', deviceId: 'back', label: 'Back camera' },
  ] as MediaDeviceInfo[];
  return {
    getUserMedia,
    enumerateDevices: () => Promise.resolve(devices),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}

const named = (name: string) => Object.assign(new Error('as the browser words it'), { name });

test('starts without sound, lists the cameras alone, and lets go of it at the end', async () => {
  const { stream, track } = fakeStream('back');
  const getUserMedia = vi.fn(() => Promise.resolve(stream));
  const camera = new Camera(fakeDevices(getUserMedia));
  await camera.start();
  expect(getUserMedia).toHaveBeenCalledWith(expect.objectContaining({ audio: false }));
  expect(camera.stream).toBe(stream);
  expect(camera.devices.map(({ deviceId }) => deviceId)).toEqual(['front', 'back']);
  expect(camera.deviceId).toBe('back');
  camera.dispose();
  expect(camera.stream).toBeNull();
  expect(track.stop).toHaveBeenCalledTimes(1);
});

test('another camera takes the place of the one before, which is let go', async () => {
  const [first, second] = [fakeStream('front'), fakeStream('back')];
  const getUserMedia = vi.fn<CameraDevices['getUserMedia']>();
  getUserMedia.mockResolvedValueOnce(first.stream).mockResolvedValueOnce(second.stream);
  const camera = new Camera(fakeDevices(getUserMedia));
  await camera.start();
  await camera.start('back');
  expect(getUserMedia.mock.lastCall![0]!.video).toMatchObject({ deviceId: { exact: 'back' } });
  expect(first.track.stop).toHaveBeenCalledTimes(1);
  expect(camera.stream).toBe(second.stream);
  // The one before ends now: that is no news.
  first.end();
  expect(camera.error).toBeNull();
});

test('closed before the camera has answered: it is let go as soon as it does', async () => {
  const { stream, track } = fakeStream('back');
  let answer: (stream: MediaStream) => void = () => undefined;
  const camera = new Camera(fakeDevices(() => new Promise((resolve) => (answer = resolve))));
  const starting = camera.start();
  camera.stop();
  answer(stream);
  await starting;
  expect(track.stop).toHaveBeenCalledTimes(1);
  expect(camera.stream).toBeNull();
});

test.each([
  ['NotAllowedError', 'cameraRefused'],
  ['NotFoundError', 'cameraMissing'],
  ['OverconstrainedError', 'cameraMissing'],
  ['NotReadableError', 'cameraBusy'],
  ['TypeError', 'unexpected'],
])('%s is told as %s', async (name, code) => {
  const camera = new Camera(fakeDevices(() => Promise.reject(named(name))));
  await camera.start();
  expect(camera.error?.code).toBe(code);
  expect(camera.stream).toBeNull();
});

test('without a secure connection a browser offers no camera, and that is said', async () => {
  const camera = new Camera(undefined);
  await camera.start();
  expect(camera.error?.code).toBe('cameraInsecure');
});

test('a camera that is unplugged is missed', async () => {
  const { stream, end } = fakeStream('back');
  const camera = new Camera(fakeDevices(() => Promise.resolve(stream)));
  await camera.start();
  end();
  expect([camera.stream, camera.error?.code]).toEqual([null, 'cameraStopped']);
});
