import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { PromisesPanel } from '../panels/promises/PromisesPanel.tsx';
import { SequencePanel } from '../panels/sequence/SequencePanel.tsx';
import { TopologyListPanel, TopologyPanel } from '../panels/topology/TopologyPanel.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Legend } from './Legend.tsx';

const VIEWS = ['topology', 'sequence', 'list'] as const;
type View = (typeof VIEWS)[number];

/** The run as a picture, and under it what must hold and what the shapes mean. */
export function Stage() {
  return (
    <section className="dotted flex h-full min-h-0 flex-col">
      <Views floating />
      <div className="flex max-h-[45%] flex-none flex-col gap-2 overflow-y-auto px-4 pt-1 pb-2.5">
        <PromisesPanel />
        <Legend />
      </div>
    </section>
  );
}

/** The picture alone, where there is little room: its tabs stand over it and cover nothing. */
export function SmallStage() {
  return (
    <section className="dotted flex h-full min-h-0 flex-col">
      <Views floating={false} />
    </section>
  );
}

/** Who is there and what moves, the messages over time, or the same in words. */
function Views({ floating }: { readonly floating: boolean }) {
  const { t } = useTranslation('player');
  const [view, setView] = useState<View>('topology');
  useCommand({ id: 'topology', run: () => setView('topology') });
  useCommand({ id: 'sequence', run: () => setView('sequence') });
  useCommand({ id: 'list', run: () => setView('list') });
  const panels: Readonly<Record<View, ReactNode>> = {
    topology: <TopologyPanel />,
    sequence: <SequencePanel />,
    list: <TopologyListPanel />,
  };
  const covers = floating && view === 'topology';
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div className={covers ? 'absolute top-4 left-4 z-10' : 'flex-none px-4 py-2 max-sm:px-3'}>
        <SegmentedControl
          small
          label={t('stage.label')}
          segments={VIEWS.map((id) => ({ id, label: t(`stage.${id}`) }))}
          value={view}
          onChange={setView}
        />
      </div>
      <div className="relative min-h-0 flex-1">{panels[view]}</div>
    </div>
  );
}
