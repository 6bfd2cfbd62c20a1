import { memo } from 'react';
import { CellValue } from './CellValue.tsx';
import { type RowWords, useRowWords } from './row-words.ts';
import { RowMark, rowGround } from './RowMark.tsx';
import { looksSame, type ShownRow } from './shown-rows.ts';

/** Documents as one can fold them, each with what became of it and of which field. */
export function DocumentList({ name, rows }: { readonly name: string; readonly rows: readonly ShownRow[] }) {
  const words = useRowWords();
  return (
    <ul aria-label={name} className="m-0 flex list-none flex-col gap-1.5 p-0">
      {rows.map((row) => (
        <Document key={row.key} row={row} words={words} />
      ))}
    </ul>
  );
}

interface DocumentProps {
  readonly row: ShownRow;
  readonly words: RowWords;
}

/** Drawn again only when it looks different: a step changes one document of hundreds. */
const Document = memo(
  function Document({ row, words }: DocumentProps) {
    return (
      <li
        aria-current={row.now ? 'step' : undefined}
        className={`rounded border border-hair ${rowGround(row)} ${row.now ? 'shadow-[inset_3px_0_var(--accent)]' : ''}`}
      >
        <DocumentFields row={row} words={words} />
      </li>
    );
  },
  (one, other) => one.words === other.words && looksSame(one.row, other.row),
);

function DocumentFields({ row, words }: DocumentProps) {
  return (
    <details open>
      <summary className="flex min-h-8 flex-wrap items-center gap-x-3 px-2.5 py-1">
        <span aria-hidden="true" className="text-faint [details:not([open])>summary>&]:-rotate-90">
          ▾
        </span>
        <span className="font-mono text-13 font-semibold">{row.key}</span>
        <RowMark row={row} words={words} />
      </summary>
      <dl
        className={`m-0 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-2.5 pb-2 pl-7 ${row.gone ? 'line-through decoration-1' : ''}`}
      >
        {row.cells
          .filter(({ value, was }) => value !== undefined || was !== undefined)
          .map((cell) => (
            <div key={cell.column} className="col-span-2 grid grid-cols-subgrid items-baseline">
              <dt className="font-mono text-13 text-muted">{cell.column}</dt>
              <dd
                className={`m-0 min-w-0 font-mono text-13 wrap-anywhere ${cell.was === undefined ? '' : 'rounded-s bg-active-soft'}`}
              >
                <CellValue cell={cell} wasLabel={words.was} />
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
