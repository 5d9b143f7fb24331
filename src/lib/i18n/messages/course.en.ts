import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');
const lessons = (value: number) => (value === 1 ? 'one lesson' : `${count(value)} lessons`);

function time(minutes: number): string {
  const rounded = minutes < 60 ? minutes : Math.round(minutes / 5) * 5;
  const hours = Math.floor(rounded / 60);
  const rest = rounded % 60;
  const parts = [hours > 0 && (hours === 1 ? '1 hour' : `${hours} hours`), rest > 0 && `${rest} minutes`];
  return parts.filter(Boolean).join(' ') || '0 minutes';
}

/** The page of the course: its lessons, and how far the reader has come. */
export const course = {
  title: 'Lessons',
  description:
    'A course on residual networks in which every lesson starts from a question, asks for a prediction, and runs the experiment in your browser.',
  heading: 'Residual networks, lesson by lesson',
  lead: 'Each lesson starts from a question and asks you to commit to a prediction. Then the experiment runs here, in your browser, and the lesson tells what came of it in the numbers of your own run.',
  needs:
    'You should know what a convolution and a derivative are; everything else is explained, and in the glossary. Each number says whether it was computed now, recorded or published.',
  size: (all: number, minutes: number) => `${lessons(all)}, about ${time(minutes)} in all`,
  minutes: (minutes: number) => `${count(minutes)} min`,
  parts: {
    foundations: {
      title: 'Foundations',
      text: 'What goes wrong without shortcuts, what a residual block computes, and how ResNet-50 is made of it.',
    },
    training: {
      title: 'Why it trains',
      text: 'What normalisation and initialisation do, what gradients do, and what is left for the shortcuts.',
    },
    seeing: {
      title: 'From picture to answer',
      text: 'What filters, maps and positions tell, and what the picture has to be like when it comes in.',
    },
    using: {
      title: 'Using it',
      text: 'Training, saying how good the result is, and building on what was learnt.',
    },
    beyond: { title: 'Beyond', text: 'The blocks that came later, and programs with a mistake to find.' },
  },
  part: (number: number) => `Part ${count(number)}`,
  standing: { new: 'not begun', begun: 'begun', done: 'done' },
  answers: (right: number) => (right === 1 ? 'one right answer' : `${count(right)} right answers`),
  progress: {
    title: 'Your progress',
    done: (done: number, all: number) => `${count(done)} of ${lessons(all)} done`,
    left: (minutes: number) => `about ${time(minutes)} to go`,
    begin: 'Begin',
    continue: 'Go on',
    next: 'Next lesson',
    finished: 'You have done all the lessons. The test afterwards shows what has stayed.',
    keep: 'Your progress as a file',
    kept: 'Your progress is kept in this browser and sent nowhere.',
    save: 'Save my progress',
    open: 'Open saved progress',
    clear: 'Erase progress',
    clearSure: 'Erase all progress?',
    clearYes: 'Yes, erase it',
    clearNo: 'No, keep it',
    saved: (name: string) => `Saved as ${name}.`,
    opened: (name: string) => `What ${name} has is added to your progress.`,
    cleared: 'Your progress is erased.',
    /** Of the file that is saved. */
    file: 'resnet-atlas-progress',
  },
  search: {
    title: 'Search the lessons and the glossary',
    label: 'Search',
    placeholder: 'gradient clipping, 3.8 billion, ten crops …',
    loading: 'The index is being fetched …',
    failed: 'The index could not be fetched. Check the connection, then try again.',
    retry: 'Try again',
    none: 'Nothing in the lessons or the glossary has all of this.',
    found: (all: number) => (all === 1 ? 'one passage found' : `${count(all)} passages found`),
    more: (hidden: number) => `Show ${count(hidden)} more`,
    word: 'Glossary',
    hint: 'Arrow keys walk through what is found, Enter opens it.',
  },
  around: {
    title: 'Around the lessons',
    glossary: 'Glossary',
    glossaryText: (words: number) => `${count(words)} words, each in a sentence or two, in both languages.`,
    before: 'Test before the course',
    beforeText: 'One question for each lesson. What you do not know yet says where to begin.',
    after: 'Test after the course',
    afterText: 'The same things, asked otherwise, with the result beside the first one.',
  },
};
