/** A file name that says what the file is: the parts joined, without what some system cannot have in a name. */
export function fileName(parts: readonly (string | null)[], extension: string): string {
  const name = parts
    .filter((part) => part !== null)
    .map((part) =>
      part
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}_.,+]+/gu, '-')
        .replace(/^[-.]+|[-.]+$/g, ''),
    )
    .filter(Boolean)
    .join('_');
  // 255 bytes are the limit of most file systems; a Chinese character has three.
  return `${[...name].slice(0, 80).join('')}.${extension}`;
}
