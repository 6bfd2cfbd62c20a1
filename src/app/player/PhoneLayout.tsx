import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NarrationPanel } from '../lessons/NarrationPanel.tsx';
import { CodePanel } from '../panels/code/CodePanel.tsx';
import { CommandsPanel } from '../panels/commands/CommandsPanel.tsx';
import { DataPanel } from '../panels/data/DataPanel.tsx';
import { LogPanel } from '../panels/log/LogPanel.tsx';
import { MessagePanel } from '../panels/message/MessagePanel.tsx';
import { PromisesPanel } from '../panels/promises/PromisesPanel.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CompactTransport } from './CompactTransport.tsx';
import { useChangedTables } from './Inspector.tsx';
import { SmallStage } from './Stage.tsx';

const PANES = ['story', 'data', 'code', 'message', 'events'] as const;
type Pane = (typeof PANES)[number];

/** One thing after the other: the story, the stage under it, and everything else behind a tab. */
export function PhoneLayout() {
  const { t } = useTranslation('player');
  const [pane, setPane] = useState<Pane>('story');
  const changed = useChangedTables();
  const panel = {
    story: (
      <div className="flex flex-col gap-4 p-4">
        <NarrationPanel />
        <div className="-mx-4 h-[65dvh] min-h-96 border-y border-hair">
          <SmallStage />
        </div>
        <PromisesPanel />
        <CommandsPanel />
      </div>
    ),
    data: <DataPanel />,
    code: <CodePanel />,
    message: <MessagePanel />,
    events: <LogPanel />,
  };
  return (
    <>
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 bg-bg outline-none">
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
      </main>
      <CompactTransport />
    </>
  );
}
