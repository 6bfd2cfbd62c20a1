import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnShape } from '#sim/model/rows.ts';
import { CellValue } from './CellValue.tsx';
import { type RowWords, useRowWords } from './row-words.ts';
import { RowMark, rowGround } from './RowMark.tsx';
import { looksSame, type ShownRow } from './shown-rows.ts';

interface RowsTableProps {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly rows: readonly ShownRow[];
}

const NUMBER = /int|serial|numeric|decimal|real|float|double/iu;
const isNumber = ({ type }: ColumnShape): boolean => NUMBER.test(type);

/** Rows of a relational table: the type under the name, and what became of each row in a column of its own. */
export function RowsTable({ name, columns, rows }: RowsTableProps) {
  const { t } = useTranslation('inspector');
  const words = useRowWords();
  const marked = rows.some(({ mark, pending }) => mark !== null || pending);
  return (
    <table className="w-full border-collapse font-mono text-13 tracking-[-0.02em]">
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr className="border-b border-rule">
          {marked && (
            <th scope="col" className="px-2">
              <span className="sr-only">{t('data.what')}</span>
            </th>
          )}
          {columns.map((column) => (
            <ColumnHead key={column.name} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowLine key={row.key} row={row} columns={columns} marked={marked} words={words} />
        ))}
      </tbody>
    </table>
  );
}

interface RowLineProps {
  readonly row: ShownRow;
  readonly columns: readonly ColumnShape[];
  /** The table has a column for what became of its rows. */
  readonly marked: boolean;
  readonly words: RowWords;
}

/** Drawn again only when it looks different: a step changes one row of hundreds. */
const RowLine = memo(
  function RowLine({ row, columns, marked, words }: RowLineProps) {
    return (
      <tr
        aria-current={row.now ? 'step' : undefined}
        className={`border-b border-hair-2 last:border-b-0 ${rowGround(row)} ${row.now ? 'shadow-[inset_3px_0_var(--accent)]' : ''}`}
      >
        {marked && (
          <td className="px-2 py-1 align-top">
            <RowMark row={row} words={words} />
          </td>
        )}
        {row.cells.map((cell, place) => (
          <td
            key={cell.column}
            className={`px-2 py-1 align-top whitespace-nowrap ${numeric(columns[place]) ? 'text-right' : ''} ${row.gone ? 'text-muted line-through decoration-1' : ''}`}
          >
            <CellValue cell={cell} wasLabel={words.was} />
          </td>
        ))}
      </tr>
    );
  },
  (one, other) =>
    one.columns === other.columns &&
    one.marked === other.marked &&
    one.words === other.words &&
    looksSame(one.row, other.row),
);

const numeric = (column: ColumnShape | undefined): boolean => column !== undefined && isNumber(column);

function ColumnHead({ column }: { readonly column: ColumnShape }) {
  const { t } = useTranslation('inspector');
  return (
    <th
      scope="col"
      className={`px-2 pt-1 pb-1 align-bottom font-sans text-12 font-medium tracking-normal whitespace-nowrap text-muted ${isNumber(column) ? 'text-right' : 'text-left'}`}
    >
      {column.name}
      <span className="block font-mono text-12 font-normal text-faint">
        {column.type}
        {column.key && ` · ${t('data.key')}`}
      </span>
    </th>
  );
}
