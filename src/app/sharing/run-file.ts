import { isMap, type Json } from '#sim/model/json.ts';
import { LINK_MAX } from './decode-link.ts';

/** A run as a file: the same address, in a box that programs do not cut. */
export function runFile(link: string): string {
  return `${JSON.stringify({ sagascope: 1, link }, null, 2)}\n`;
}

/** The address in a file that `runFile` wrote; null when it is some other file. */
export function linkInFile(text: string): string | null {
  if (!text.trimStart().startsWith('{') || text.length > LINK_MAX * 2) return null;
  try {
    const value = JSON.parse(text) as Json;
    if (!isMap(value) || value['sagascope'] !== 1) return null;
    const { link } = value;
    return typeof link === 'string' && link.startsWith('#/play/') ? link : null;
  } catch {
    return null;
  }
}
