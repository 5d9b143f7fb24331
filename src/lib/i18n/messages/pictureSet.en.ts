/** A set of pictures that an experiment goes through. */
export const pictureSet = {
  title: 'Set of pictures',
  samples: (count: number) => `All ${count} samples`,
  own: (count: number) => (count === 1 ? 'One picture of your own' : `${count} pictures of your own`),
  choose: 'Choose pictures of your own',
  backToSamples: 'Back to the samples',
  hint: 'They do not leave your device.',
  run: (count: number) => (count === 1 ? 'Run it on this picture' : `Run it on these ${count} pictures`),
  goOn: (left: number) => (left === 1 ? 'Go on: one is left' : `Go on: ${left} are left`),
  again: 'Run them again',
  doing: 'Pictures',
  failed: (count: number) => (count === 1 ? 'One picture is left out:' : `${count} pictures are left out:`),
};
