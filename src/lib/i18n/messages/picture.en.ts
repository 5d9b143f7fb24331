/** Taking, drawing and cutting pictures. */
export const picture = {
  tools: 'Other pictures',
  close: 'Close',
  cancel: 'Cancel',

  camera: {
    open: 'Camera…',
    title: 'A picture by camera',
    file: 'camera picture',
    starting: 'Waiting for the camera. The browser may ask whether this page may use it.',
    live: 'What the camera sees',
    taken: 'The picture taken',
    choice: 'Camera',
    numbered: (number: number) => `Camera ${number}`,
    take: 'Take the picture',
    retake: 'Take another',
    use: 'Use this picture',
    private: 'The picture stays on this device, and the camera is switched off when this closes.',
    announceTaken: 'Picture taken',
  },
};
