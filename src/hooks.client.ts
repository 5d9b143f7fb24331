import type { HandleClientError } from '@sveltejs/kit';

/** A missing page is said on the page; only faults of the program go to the console. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (status !== 404) console.error(error);
};
