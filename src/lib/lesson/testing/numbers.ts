/** Numbers in running text that come from nowhere: neither a value, nor cited, nor part of a name or a formula. */
import type { Block, Part } from '../../../../scripts/vite/lessons/lesson.ts';

/** Stands in the text for what may be a number: a value, a formula, code. */
const accounted = '\u0001';
const cited = '\u0002';

const placeholders: Readonly<Record<Part['kind'], string | null>> = {
  text: null,
  value: accounted,
  formula: accounted,
  code: accounted,
  cite: cited,
};

/** Names with digits in them, years, and counts of what is numbered. */
const names: readonly RegExp[] = [
  // ResNet-50, conv3_x, float16, top-1, CIFAR-10, v1.5, U-Net2, 4d, 2a–2c, C10
  /[\p{Script=Latin}_][\p{Script=Latin}\d_]*(?:[-–./][\p{Script=Latin}\d_]+)*\d[\p{Script=Latin}\d_]*(?:[-–./][\p{Script=Latin}\d_]+)*/gu,
  /\p{Script=Latin}+-\d+(?:[-×.]\p{Script=Latin}*\d*)*/gu,
  /\b\d[a-f]\b/g,
  // 3×3, 224×224×3, 3 × 3
  /\d+(?:\s?×\s?\d+)+/g,
  // 34-layer, 10-crop; a depth names a network
  /\b\d+(?:-|\s)(?:layers?|crops?|bits?)\b/g,
  /\d+\s?(?:层|个?裁剪|位)/g,
  // Table 2, lesson 3, Keras 3
  /\b(?:Table|Tables|Figure|Fig\.|Section|Equation|Lesson|lesson|Step|step|version|Keras|PyTorch|TensorFlow|Python|Node|WebGL|CUDA|float|int)\s\d+(?:\.\d+)*/g,
  /(?:表|图|式|第)\s?\d+(?:\.\d+)*(?:\s?[节课章步版])?/g,
  // A window's: stride 2, padding of 1
  /\b(?:strides?|padding)\s(?:of\s)?\d\b/gi,
  /(?:步幅|填充)\s?(?:是|为)?\s?\d/g,
  // 2ⁿ, where a formula cannot stand
  /\d+[⁰¹²³⁴-⁹ⁿ]+/g,
  // Years
  /(?<![\d.,\p{Script=Latin}-])(?:19[5-9]\d|20[0-3]\d)(?!\d|[.,]\d|\s?%|-\p{Script=Latin})(?=\s?年|[\s,.;:)–）。，；：]|$)/gu,
];

const abbreviation = /\b(?:Fig|Figs|Eq|Eqs|Sec|al|e\.g|i\.e|cf|vs|approx|No)\.$/;

function sentences(text: string): string[] {
  const found: string[] = [];
  let begin = 0;
  for (const match of text.matchAll(/[.!?](?=\s|$)|[。！？]/g)) {
    const end = match.index + 1;
    if (abbreviation.test(text.slice(begin, end))) continue;
    found.push(text.slice(begin, end));
    begin = end;
  }
  return [...found, text.slice(begin)].map((one) => one.trim()).filter((one) => one !== '');
}

/** The sentences (or rows of tables) with a number that comes from nowhere. */
export function unaccountedNumbers({ kind, parts }: Pick<Block, 'kind' | 'parts'>): string[] {
  const text = parts.map((part) => placeholders[part.kind] ?? part.text).join('');
  const pieces = kind === 'row' ? [text] : sentences(text);
  return pieces
    .filter((piece) => {
      if (piece.includes(cited)) return false;
      const left = names.reduce((rest, name) => rest.replace(name, ' '), piece);
      return /\d/.test(left);
    })
    .map((piece) => piece.replace(/\s+/g, ' ').replaceAll(accounted, '▮'));
}
