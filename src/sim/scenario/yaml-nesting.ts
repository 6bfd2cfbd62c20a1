import { Lexer } from 'yaml';
import { LIMITS } from './limits.ts';

const NEXT_IS_TEXT = '\u001f';

/**
 * The offset at which a text nests deeper than any file may, or null. Asked before the text is parsed: the parser goes
 * down one call per level, and a few thousand brackets from a stranger would end the process.
 */
export function tooDeepAt(text: string): number | null {
  let offset = 0;
  let brackets = 0;
  let dashes = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    const control = token.length === 1 && token < '\u0020' && !/\s/.test(token);
    if (isText) isText = false;
    else if (token === NEXT_IS_TEXT) isText = true;
    else if (token === '{' || token === '[') brackets += 1;
    else if (token === '}' || token === ']') brackets -= 1;
    else if (token === '-' || token === '?') dashes += 1;
    else if (token.includes('\n')) dashes = 0;
    if (brackets > LIMITS.depth || dashes > LIMITS.depth) return offset;
    if (!control) offset += token.length;
  }
  return null;
}
