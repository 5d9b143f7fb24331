/** A class's label as it is read: 'lesser_panda' → 'lesser panda'. The names are English in every language. */
export const className = (label: string): string => label.replaceAll('_', ' ');
