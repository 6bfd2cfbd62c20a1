import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreachable } from '#sim/model/invariant.ts';
import { tables } from '#sim/projections/tables.ts';
import { useCommand } from '../commands/use-command.ts';
import { CodePanel } from '../panels/code/CodePanel.tsx';
import { DataPanel } from '../panels/data/DataPanel.tsx';
import { LogPanel } from '../panels/log/LogPanel.tsx';
import { MessagePanel } from '../panels/message/MessagePanel.tsx';
import { Late, useIsLate, useProjection, useSelection } from '../session/session.tsx';
import type { Selected } from '../stores/selection.ts';
import { Tabs } from '../ui/Tabs.tsx';

const TABS = ['data', 'code', 'message', 'log'] as const;
export type InspectorTab = (typeof TABS)[number];

const PANELS: Readonly<Record<InspectorTab, ReactNode>> = {
  data: <DataPanel />,
  code: <CodePanel />,
  message: <MessagePanel />,
  log: <LogPanel />,
};

/** What is behind the step: rows, code, messages, and the log of all steps. */
export function Inspector() {
  return (
    <Late>
      <Busy>
        <InspectorTabs />
      </Busy>
    </Late>
  );
}

/** Says while what is inside has yet to come to the step on screen. */
function Busy({ children }: { readonly children: ReactNode }) {
  return (
    <div className="h-full" aria-busy={useIsLate()}>
      {children}
    </div>
  );
}

function InspectorTabs() {
  const { t } = useTranslation('inspector');
  const [tab, setTab] = useFollowingTab();
  const changed = useChangedTables();
  useCommand({ id: 'tab1', run: () => setTab('data') });
  useCommand({ id: 'tab2', run: () => setTab('code') });
  useCommand({ id: 'tab3', run: () => setTab('message') });
  useCommand({ id: 'tab4', run: () => setTab('log') });
  useCommand({ id: 'data', run: () => setTab('data') });
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
        panel: PANELS[id],
      }))}
    />
  );
}

/** The open tab. Whatever is selected anywhere brings the tab that tells most about it. */
function useFollowingTab() {
  const selected = useSelection((selection) => selection.selected);
  const [tab, setTab] = useState<InspectorTab>('data');
  const [followed, setFollowed] = useState<Selected | null>(null);
  if (selected !== followed) {
    setFollowed(selected);
    const wanted = selected === null ? null : tabFor(selected, tab);
    if (wanted !== null) setTab(wanted);
  }
  return [tab, setTab] as const;
}

function tabFor(selected: Selected, now: InspectorTab): InspectorTab | null {
  switch (selected.kind) {
    case 'table':
      return 'data';
    case 'message':
    case 'call':
      return 'message';
    case 'service':
      return now === 'code' ? 'code' : 'data';
    case 'queue':
      return null;
    default:
      return unreachable(selected);
  }
}

/** In how many tables this very step changed rows. */
export function useChangedTables(): number {
  return useProjection(tables)
    .flatMap((database) => database.tables)
    .filter(({ touches }) => touches.length > 0).length;
}
