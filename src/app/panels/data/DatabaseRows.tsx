import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatabaseView, TableView } from '#sim/projections/tables.ts';
import type { Segment } from '../../ui/SegmentedControl.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { changeCount, type RowsView } from './shown-rows.ts';
import { TableRows } from './TableRows.tsx';

interface DatabaseRowsProps {
  readonly database: DatabaseView;
  /** A table the reader selected elsewhere. */
  readonly wanted: string | null;
  readonly service: string;
  readonly view: RowsView;
  readonly step: number;
}

/** The tables of a database as tabs, each with how many of its rows the latest change touched; one of them open. */
export function DatabaseRows({ database, wanted, service, view, step }: DatabaseRowsProps) {
  const { t } = useTranslation('inspector');
  const [picked, setPicked] = useState<string | null>(null);
  const tables = ownFirst(database.tables);
  const table = openTable(tables, picked ?? wanted);
  if (table === undefined) {
    return <p className="text-13 text-muted">{t('data.noTables')}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="-mx-1 overflow-x-auto p-1">
        <SegmentedControl
          small
          label={t('data.tables', { service })}
          segments={tables.map(segment)}
          value={table.name}
          onChange={setPicked}
        />
      </div>
      <TableRows key={table.name} table={table} documents={database.engine === 'document'} view={view} step={step} />
    </div>
  );
}

/** What the reader picked; else the table that changes right now, that changed last, or simply the first of the scenario's own. */
export function openTable(tables: readonly TableView[], picked: string | null): TableView | undefined {
  return (
    tables.find(({ name }) => name === picked) ??
    tables.find(({ touches, system }) => touches.length > 0 && !system) ??
    tables.find(({ touches }) => touches.length > 0) ??
    tables.find(({ recent, system }) => recent.length > 0 && !system) ??
    tables.find(({ system }) => !system) ??
    tables[0]
  );
}

/** The scenario's own tables before the plumbing that every database has. */
const ownFirst = (tables: readonly TableView[]): readonly TableView[] => [
  ...tables.filter(({ system }) => !system),
  ...tables.filter(({ system }) => system),
];

function segment(table: TableView): Segment<string> {
  const count = changeCount(table);
  const label = (
    <>
      <span className={table.system ? 'font-normal italic' : ''}>{table.name}</span>
      {count > 0 && <b className="num font-semibold">+{count}</b>}
    </>
  );
  return { id: table.name, label };
}
