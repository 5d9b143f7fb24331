/** What a lesson cites. */
export interface Source {
  /** As it stands in running text. */
  readonly cite: string;
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  /** Journal, conference, or who published it. */
  readonly where: string;
  readonly url: string;
}

export const source = (
  cite: string,
  authors: string,
  title: string,
  year: number,
  where: string,
  url: string,
): Source => ({ cite, authors, title, year, where, url });

export const arXiv = (number: string): string => `https://arxiv.org/abs/${number}`;
export const doi = (name: string): string => `https://doi.org/${name}`;
