import { useTranslation } from 'react-i18next';
import type { TableView } from '#sim/projections/tables.ts';
import { type DrawerRow, drawerRows } from './drawer-rows.ts';
import { rowText } from './row-text.ts';

interface DrawerTableProps {
  readonly name: string;
  readonly table: TableView | undefined;
  readonly slots: number;
  readonly isFirst: boolean;
  readonly documents: boolean;
  readonly onOpen: () => void;
}

/** A table's name, how many rows it has, and those of its rows there is room for. */
export function DrawerTable({ name, table, slots, isFirst, documents, onOpen }: DrawerTableProps) {
  const { t } = useTranslation('stage');
  const { rows, count } = table === undefined ? { rows: [], count: 0 } : drawerRows(table, slots);
  return (
    <div className={isFirst ? '' : 'mt-[3px]'}>
      <div className="flex h-4 items-center justify-between font-mono text-12 tracking-[-0.03em] text-muted">
        <button
          type="button"
          className="nodrag nopan h-4 border-0 bg-transparent p-0 font-mono text-12 tracking-[-0.03em] text-muted hover:text-accent-text hover:underline"
          onClick={onOpen}
        >
          {name}
        </button>
        {count > rows.length && <span className="text-faint">{t('rows.ofMore', { count })}</span>}
      </div>
      <div style={{ height: slots * 19 }}>
        {rows.length === 0 ? (
          <p className="m-0 h-[19px] border-t border-hair text-12/[18px] text-faint">
            {t(documents ? 'rows.noDocuments' : 'rows.none')}
          </p>
        ) : (
          rows.map((row) => <Row key={row.key} row={row} table={table} />)
        )}
      </div>
    </div>
  );
}

const GROUND = {
  inserted: 'bg-ok-soft text-ok-text border-transparent',
  updated: 'bg-active-soft text-active-text border-transparent',
  deleted: 'bg-fail-soft text-fail-text border-transparent line-through',
  reverted: 'bg-sunk text-muted border-transparent',
} as const;

const SIGN = { inserted: '+', updated: '~', deleted: '−', reverted: '↶' } as const;

function Row({ row, table }: { readonly row: DrawerRow; readonly table: TableView | undefined }) {
  const { t } = useTranslation('stage');
  const { left, right } = rowText(row.row, table?.columns ?? []);
  const ground = row.mark === null ? 'border-hair text-ink' : GROUND[row.mark];
  return (
    <p
      className={`-mx-[5px] m-0 flex h-[19px] items-center gap-1.5 border-t px-[5px] font-mono text-12/[18px] tracking-[-0.03em] whitespace-pre transition-colors duration-(--fade) ${row.mark === null ? '' : 'rounded-[3px]'} ${ground} ${row.pending ? 'unsettled' : ''}`}
      title={row.pending ? t('rows.pending') : undefined}
    >
      {row.mark !== null && <span aria-hidden="true">{SIGN[row.mark]}</span>}
      <span className="min-w-0 flex-1 overflow-hidden text-ellipsis">{left}</span>
      <span>{right}</span>
    </p>
  );
}
