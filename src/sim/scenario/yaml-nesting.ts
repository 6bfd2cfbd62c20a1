import { Lexer } from 'yaml';
import { LIMITS } from './limits.ts';

/** A YAML text cut into lexical pieces, or why it goes beyond what any file may be, and from which offset. */
export interface Lexed {
  readonly pieces: readonly string[];
  readonly beyond: { readonly limit: 'depth' | 'pieces'; readonly offset: number } | null;
}

const NEXT_IS_TEXT = '\u001f';

/**
 * Cuts a text into pieces for the parser and measures its nesting before it gets there: the parser goes down one call
 * per level, and a few thousand brackets from a stranger would end the process.
 */
export function lexed(text: string): Lexed {
  const pieces: string[] = [];
  const nesting = new Nesting();
  let offset = 0;
  for (const piece of new Lexer().lex(text)) {
    pieces.push(piece);
    if (nesting.deeperBy(piece)) return { pieces, beyond: { limit: 'depth', offset } };
    if (pieces.length > LIMITS.pieces) return { pieces, beyond: { limit: 'pieces', offset } };
    if (!isControl(piece)) offset += piece.length;
  }
  return { pieces, beyond: null };
}

const isControl = (piece: string): boolean => piece.length === 1 && piece < ' ' && !/\s/.test(piece);

class Nesting {
  #brackets = 0;
  #dashes = 0;
  #isText = false;

  /** Whether this piece goes below the deepest level a file may have. */
  deeperBy(piece: string): boolean {
    if (this.#isText) this.#isText = false;
    else if (piece === NEXT_IS_TEXT) this.#isText = true;
    else if (piece === '{' || piece === '[') this.#brackets += 1;
    else if (piece === '}' || piece === ']') this.#brackets -= 1;
    else if (piece === '-' || piece === '?') this.#dashes += 1;
    else if (piece.includes('\n')) this.#dashes = 0;
    return this.#brackets > LIMITS.depth || this.#dashes > LIMITS.depth;
  }
}
