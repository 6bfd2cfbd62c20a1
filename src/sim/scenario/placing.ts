import type { Diagnostic } from './diagnostic.ts';
import type { Place, Places, SourceText, Span } from './place.ts';
import { placedAt, type Problem } from './problem.ts';

/** A problem at its line and column; one whose value nobody wrote stands at the head of the file. */
export function placeProblem(found: Problem, places: Places, fallback: SourceText): Diagnostic {
  const place = found.spot === null ? null : places.of(found.spot.holder, found.spot.key);
  if (place === null) return placedAt(fallback, { start: 0, end: 0 }, found);
  if (found.at === 'key') return placedAt(place.source, place.key, found);
  return placedAt(place.source, found.within === null ? place.value : spanInside(place, found.within), found);
}

/** Part of a text, where the file shows the text character by character; else the whole of it. */
export function spanInside(place: Place, within: Span): Span {
  const { start, end } = place.value;
  const written = place.source.text.slice(start, end);
  if (place.style === 'plain' && !written.includes('\n')) return shifted(start, within);
  if (place.style === 'double' && !/[\\\n]/.test(written)) return shifted(start + 1, within);
  if (place.style === 'single' && !/''|\n/.test(written.slice(1, -1))) return shifted(start + 1, within);
  if (place.style === 'block' && written.startsWith('|')) return insideLiteral(place, written, within);
  return place.value;
}

const shifted = (by: number, { start, end }: Span): Span => ({ start: start + by, end: end + by });

/** In a `|` block every line of the text is a line of the file, indented. */
function insideLiteral(place: Place, written: string, within: Span): Span {
  const lines = written.split('\n');
  const first = lines.slice(1).find((line) => line.trim() !== '') ?? '';
  const indent = first.length - first.trimStart().length;
  if (first === '') return place.value;
  let inFile = place.value.start + (lines[0]?.length ?? 0) + 1;
  let inText = 0;
  const offsetOf = (offset: number): number => {
    for (const line of lines.slice(1)) {
      const length = Math.max(0, line.length - indent);
      if (offset <= inText + length) return inFile + Math.min(indent, line.length) + (offset - inText);
      inText += length + 1;
      inFile += line.length + 1;
    }
    return place.value.end;
  };
  const start = offsetOf(within.start);
  return { start, end: start + (within.end - within.start) };
}
