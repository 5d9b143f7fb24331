/** The frame of the pages on training networks beside each other: their names and what each asks. */
export const training = {
  navigation: 'Plain against residual',
  experiments: {
    race: { name: 'Side by side', question: 'Which learns, when only the skips differ?' },
    depths: { name: 'Depth', question: 'What happens as networks get deeper?' },
    landscape: { name: 'Loss landscape', question: 'What does the loss look like around the solution?' },
    inside: { name: 'Inside', question: 'What do the small networks see?' },
  },
};
