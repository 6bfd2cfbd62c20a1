import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { NarrationPanel } from '../lessons/NarrationPanel.tsx';
import { CodePanel } from '../panels/code/CodePanel.tsx';
import { CommandsPanel } from '../panels/commands/CommandsPanel.tsx';
import { DataPanel } from '../panels/data/DataPanel.tsx';
import { LogPanel } from '../panels/log/LogPanel.tsx';
import { MessagePanel } from '../panels/message/MessagePanel.tsx';
import { PromisesMark, PromisesPanel } from '../panels/promises/PromisesPanel.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CompactTransport } from './CompactTransport.tsx';
import { useChangedTables } from './Inspector.tsx';
import { SmallStage } from './Stage.tsx';

const PANES = ['story', 'data', 'code', 'message', 'events'] as const;
type Pane = (typeof PANES)[number];

/** The stage on top, one pane under it, the transport at the thumb. */
export function TabletLayout() {
  return (
    <>
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <div className="min-h-0 flex-[11]">
          <SmallStage />
        </div>
        <div className="relative min-h-0 flex-[9] border-t border-hair bg-bg">
          <Panes />
          <div className="absolute top-0 right-4 flex h-11 items-center max-md:hidden">
            <PromisesMark />
          </div>
        </div>
      </main>
      <CompactTransport />
    </>
  );
}

function Panes() {
  const { t } = useTranslation('player');
  const [pane, setPane] = useState<Pane>('story');
  const changed = useChangedTables();
  useCommand({ id: 'data', run: () => setPane('data') });
  const panel = {
    story: (
      <div className="grid gap-6 p-4 md:grid-cols-2">
        <NarrationPanel />
        <div className="flex flex-col gap-4">
          <PromisesPanel />
          <CommandsPanel />
        </div>
      </div>
    ),
    data: <DataPanel />,
    code: <CodePanel />,
    message: <MessagePanel />,
    events: <LogPanel />,
  };
  return (
    <Tabs
      label={t('panes')}
      className="h-full"
      selected={pane}
      onSelect={setPane}
      tabs={PANES.map((id) => ({
        id,
        label: t(`pane.${id}`),
        count: id === 'data' ? changed : undefined,
        panel: panel[id],
      }))}
    />
  );
}
