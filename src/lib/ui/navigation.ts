import type { shell } from '$lib/i18n/messages/shell.en.ts';

/** The pages in the header, in order: a page is listed once it exists. */
export const navigation: readonly { path: `/${string}/`; name: keyof typeof shell.navigation }[] = [
  { path: '/lessons/', name: 'lessons' },
  { path: '/explore/', name: 'explore' },
  { path: '/gradients/', name: 'gradients' },
  { path: '/compare/', name: 'compare' },
  { path: '/about/', name: 'about' },
];
