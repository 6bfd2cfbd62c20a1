import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '#sim/projections/tables.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { DocumentList } from './DocumentList.tsx';
import { RowsTable } from './RowsTable.tsx';
import { type RowsView, shownRows } from './shown-rows.ts';

/** What a jump through a long run can draw within a frame. */
export const ROWS_PER_PAGE = 50;

interface TableRowsProps {
  readonly table: TableView;
  readonly documents: boolean;
  readonly view: RowsView;
  readonly step: number;
}

/** One table or collection, a page at a time; empty, it still shows its columns and says why. */
export function TableRows({ table, documents, view, step }: TableRowsProps) {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(table.rows.size / ROWS_PER_PAGE));
  const shown = Math.min(page, pages - 1);
  const rows = shownRows(table, view, shown * ROWS_PER_PAGE, ROWS_PER_PAGE);
  return (
    <div className="flex flex-col gap-2">
      {/* Wide tables scroll, and the arrow keys have to reach them. */}
      <div role="group" aria-label={table.name} tabIndex={0} className="overflow-x-auto">
        {documents ? (
          <DocumentList name={table.name} rows={rows} />
        ) : (
          <RowsTable name={table.name} columns={table.columns} rows={rows} />
        )}
      </div>
      {rows.length === 0 && <Nothing view={view} documents={documents} step={step} />}
      {pages > 1 && <Pages page={shown} pages={pages} onPage={setPage} />}
    </div>
  );
}

function Nothing({ view, documents, step }: Pick<TableRowsProps, 'view' | 'documents' | 'step'>) {
  const { t } = useTranslation('inspector');
  if (view === 'before') return <p className="text-13 text-muted">{t('data.noRowsBefore')}</p>;
  return (
    <p className="text-13 text-muted">
      {t(documents ? 'data.noDocuments' : 'data.noRows', { step })} {step === 0 && t('data.showNext')}
    </p>
  );
}

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

function Pages({ page, pages, onPage }: PagesProps) {
  const { t } = useTranslation('inspector');
  return (
    <div className="flex items-center gap-2 text-12 text-muted">
      <IconButton
        icon="previous"
        label={t('data.previousPage')}
        isDisabled={page === 0}
        onPress={() => {
          onPage(page - 1);
        }}
      />
      <span className="num">{t('data.page', { page: page + 1, pages })}</span>
      <IconButton
        icon="next"
        label={t('data.nextPage')}
        isDisabled={page === pages - 1}
        onPress={() => {
          onPage(page + 1);
        }}
      />
    </div>
  );
}
