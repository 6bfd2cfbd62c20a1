import { codeOf, isForTests, type Source } from './source.ts';

interface BannedWord {
  readonly word: RegExp;
  readonly says: string;
}

/** Chance and wall-clock time would make two runs of one spec differ; so would the reader's language. */
const NOT_IN_A_RUN: readonly BannedWord[] = [
  { word: /\bMath\.random\b/, says: 'Math.random: chance comes from the seed' },
  { word: /\bDate\b(?=[.(])|\bnew Date\b/, says: 'Date: time is virtual' },
  { word: /\bperformance\./, says: 'performance: time is virtual' },
  { word: /\bcrypto\b\.?/, says: 'crypto: ids come from the run' },
  { word: /\bset(Timeout|Interval)\(/, says: 'a timer: time is virtual' },
  { word: /\blocaleCompare\b|\.toLocale\w*\(|\bIntl\./, says: 'a locale: order and print must be the same everywhere' },
];

/** Ways for text to become code. */
const NOWHERE: readonly BannedWord[] = [
  { word: /\beval\(/, says: 'eval: nothing of a file or a link is executed' },
  { word: /\bnew Function\b|\bFunction\(/, says: 'Function: nothing of a file or a link is executed' },
  { word: /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b/, says: 'raw HTML: text stays text' },
  { word: /\bdangerouslySetInnerHTML\b|\bsrcDoc\b/, says: 'raw HTML: text stays text' },
  { word: /\bdocument\.write/, says: 'document.write: text stays text' },
];

/** The watchman has to name what it looks for. */
const isThisList = (path: string): boolean => path.startsWith('build/house/');

const isInARun = (path: string): boolean => path.startsWith('sim/') || path.startsWith('engines/');

/** Words that may not stand where they stand, comments apart: one sentence each. */
export function bannedWordsIn(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => !isForTests(path) && !isThisList(path))
    .flatMap((source) => {
      const code = codeOf(source);
      const banned = isInARun(source.path) ? [...NOT_IN_A_RUN, ...NOWHERE] : NOWHERE;
      return banned.filter(({ word }) => word.test(code)).map(({ says }) => `${source.path} uses ${says}`);
    });
}
