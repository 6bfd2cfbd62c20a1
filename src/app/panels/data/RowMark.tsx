import type { RowWords } from './row-words.ts';
import type { ShownRow } from './shown-rows.ts';

const SIGN = { inserted: '+', updated: '~', deleted: '−', reverted: '⤺' } as const;
const INK = {
  inserted: 'text-ok-text',
  updated: 'text-accent-text',
  deleted: 'text-fail-text',
  reverted: 'text-idle-text',
} as const;

interface RowMarkProps {
  readonly row: Pick<ShownRow, 'mark' | 'pending'>;
  readonly words: RowWords;
}

/** What became of a row, as a sign and a word; and whether it is committed. */
export function RowMark({ row, words }: RowMarkProps) {
  return (
    <span className="flex flex-col font-sans text-12 font-semibold whitespace-nowrap">
      {row.mark !== null && (
        <span className={INK[row.mark]}>
          <span aria-hidden="true">{SIGN[row.mark]} </span>
          {words[row.mark]}
        </span>
      )}
      {row.pending && <span className="font-medium text-wait-text">{words.pending}</span>}
    </span>
  );
}

/** The ground of a row: hatched while it is not settled, tinted by what became of it. */
export function rowGround({ mark, pending }: Pick<ShownRow, 'mark' | 'pending'>): string {
  if (pending) return 'bg-[repeating-linear-gradient(135deg,var(--wait-soft)_0_6px,transparent_6px_12px)]';
  if (mark === 'inserted') return 'bg-ok-soft';
  if (mark === 'updated') return 'bg-active-soft';
  return mark === null ? '' : 'bg-sunk';
}
