export const offline = {
  title: 'Read without a network',
  text: 'Keeps all lessons, the glossary and their search in this browser, in this language. What an experiment needs is kept once it has run.',
  keep: 'Keep the course on this device',
  keeping: 'Fetching',
  kept: 'The course is kept on this device: it opens without a network.',
  again: 'Fetch it again',
  failed: {
    unreachable:
      'Not all of the course could be fetched: the connection to the server was lost. What has arrived is kept; try again once there is a connection.',
    full: 'Not all of the course could be kept: the browser has no room left for this site. Make room, then try again.',
  },
};
