import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tables } from '#sim/projections/tables.ts';
import { useCommand } from '../commands/use-command.ts';
import { CodePanel } from '../panels/code/CodePanel.tsx';
import { DataPanel } from '../panels/data/DataPanel.tsx';
import { LogPanel } from '../panels/log/LogPanel.tsx';
import { MessagePanel } from '../panels/message/MessagePanel.tsx';
import { useProjection } from '../session/session.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const TABS = ['data', 'code', 'message', 'log'] as const;
export type InspectorTab = (typeof TABS)[number];

/** What is behind the step: rows, code, messages, and the log of all steps. */
export function Inspector() {
  const { t } = useTranslation('inspector');
  const [tab, setTab] = useState<InspectorTab>('data');
  const changed = useChangedTables();
  useCommand({ id: 'tab1', run: () => setTab('data') });
  useCommand({ id: 'tab2', run: () => setTab('code') });
  useCommand({ id: 'tab3', run: () => setTab('message') });
  useCommand({ id: 'tab4', run: () => setTab('log') });
  useCommand({ id: 'data', run: () => setTab('data') });
  const panel = { data: <DataPanel />, code: <CodePanel />, message: <MessagePanel />, log: <LogPanel /> };
  return (
    <Tabs
      label={t('label')}
      className="h-full"
      selected={tab}
      onSelect={setTab}
      tabs={TABS.map((id) => ({
        id,
        label: t(`tab.${id}`),
        count: id === 'data' ? changed : undefined,
        panel: panel[id],
      }))}
    />
  );
}

/** In how many tables this very step changed rows. */
export function useChangedTables(): number {
  return useProjection(tables)
    .flatMap((database) => database.tables)
    .filter(({ touches }) => touches.length > 0).length;
}
