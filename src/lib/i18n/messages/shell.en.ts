export const shell = {
  site: 'ResNet Atlas',
  skipToContent: 'Skip to the content',
  mainNavigation: 'Main',
  navigation: { explore: 'Explore', gradients: 'Gradients', compare: 'Compare', about: 'About' },
  theme: { label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  provenance: {
    live: 'live',
    liveMeaning: 'computed just now, on this device',
    recorded: 'recorded',
    recordedMeaning: 'an earlier run of this program; the command that repeats it is given',
    published: 'published',
    publishedMeaning: 'taken from the source named',
  },
  table: { show: 'Show the numbers as a table', hide: 'Hide the table' },
  footer: {
    privacy: 'Pictures never leave your device.',
    licence: 'MIT licence',
    sources: 'Sources',
    credits: 'Picture credits',
    licences: 'Third-party licences',
  },
  notFound: {
    title: 'There is no such page',
    text: 'Nothing is kept at this address. The link may be old, or a letter is missing.',
    home: 'To the start page',
    explore: 'To the explorer',
  },
  failed: {
    title: 'This page could not be shown',
    text: 'Something went wrong while it loaded. Load it again; if that does not help, start from the first page.',
  },
};
