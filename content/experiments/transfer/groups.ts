/**
 * The classes of the lesson and their photographs. Made by what the pictures show, before any was measured: every kind
 * of which there are at least four. None of them is one of the network's own classes.
 */
export const groups = [
  { id: 'cats', pictures: ['chelsea-cat', 'kitten', 'cat-yarn', 'jaguars'] },
  { id: 'carnivorans', pictures: ['german-shepherd', 'polar-bear', 'red-panda', 'raccoon'] },
  { id: 'hoofed', pictures: ['bison', 'pig', 'sheep', 'giraffes'] },
  { id: 'birds', pictures: ['scarlet-macaw', 'owl', 'hens', 'duck'] },
  {
    id: 'buildings',
    pictures: ['castle', 'brandenburg-gate', 'china-palace', 'aqueduct-bridge', 'great-wall'],
  },
] as const;
export type GroupId = (typeof groups)[number]['id'];
export type PictureId = (typeof groups)[number]['pictures'][number];

/** In the groups' order. */
export const grouped = groups.flatMap(({ pictures }, label) =>
  pictures.map((picture) => ({ picture, label })),
);

/** Side of the grid of colours that stands for a picture without a network. */
export const gridSide = 8;

/** Mean colours on a grid: 8 · 8 · 3 numbers. @param seen RGBA, square */
export function colourGrid({ width, data }: { readonly width: number; readonly data: ArrayLike<number> }) {
  const cell = width / gridSide;
  const grid = new Float32Array(gridSide * gridSide * 3);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      const at = (Math.floor(row / cell) * gridSide + Math.floor(column / cell)) * 3;
      const from = (row * width + column) * 4;
      for (let channel = 0; channel < 3; channel++) grid[at + channel] += data[from + channel] / cell ** 2;
    }
  }
  return grid;
}
