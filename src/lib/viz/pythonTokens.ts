/** A program in Python as pieces to be coloured: enough of its grammar for the programs that this site writes. */

export type TokenKind = 'comment' | 'string' | 'keyword' | 'number' | 'plain';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const pattern =
  /(?<comment>#.*)|(?<string>(?:\bf)?"(?:[^"\\\n]|\\.)*")|(?<keyword>\b(?:import|from|as|class|def|return|for|in|if|else|with|None|True|False)\b)|(?<number>\b\d+(?:\.\d+)?(?:e-?\d+)?\b)/g;

/** The pieces of a program, in order; together they are the program. */
export function pythonTokens(program: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const add = (kind: TokenKind, text: string) => {
    if (text !== '') tokens.push({ kind, text });
  };
  for (const match of program.matchAll(pattern)) {
    add('plain', program.slice(end, match.index));
    const { comment, string, keyword } = match.groups!;
    const kind =
      comment !== undefined
        ? 'comment'
        : string !== undefined
          ? 'string'
          : keyword !== undefined
            ? 'keyword'
            : 'number';
    add(kind, match[0]);
    end = match.index + match[0].length;
  }
  add('plain', program.slice(end));
  return tokens;
}
