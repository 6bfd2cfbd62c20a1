import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tables } from '#sim/projections/tables.ts';
import { useFocus } from '../../session/focus.ts';
import { useSay } from '../../session/sentences/use-say.ts';
import { ServicePicker } from '../../session/ServicePicker.tsx';
import { useCursor, useProjection, useSelection } from '../../session/session.tsx';
import { Select } from '../../ui/Select.tsx';
import { DatabaseRows } from './DatabaseRows.tsx';
import { EngineTag } from './EngineTag.tsx';
import type { RowsView } from './shown-rows.ts';

const VIEWS: readonly RowsView[] = ['before', 'change', 'after'];

/** The rows of one service's database at the cursor: what they were, what changed, what they are. */
export function DataPanel() {
  const { t } = useTranslation('inspector');
  const databases = useProjection(tables);
  const owners = databases.map(({ owner }) => owner);
  const focus = useFocus(owners);
  const selected = useSelection((selection) => selection.selected);
  const [view, setView] = useState<RowsView>('change');
  const step = useCursor();
  const { name } = useSay();
  const wanted = selected?.kind === 'table' ? selected.table : null;
  const database = databases.find(({ owner }) => owner === focus.service);
  if (database === undefined) return null;
  return (
    <section aria-label={t('tab.data')} className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <ServicePicker candidates={owners} focus={focus} />
        <span className="grow" />
        <Select
          label={t('data.view')}
          options={VIEWS.map((id) => ({ id, label: t(`data.${id}`) }))}
          value={view}
          onChange={setView}
        />
        <EngineTag database={database} />
      </div>
      <DatabaseRows
        key={`${database.id} ${wanted ?? ''}`}
        database={database}
        wanted={wanted}
        service={name(database.owner)}
        view={view}
        step={step}
      />
    </section>
  );
}
