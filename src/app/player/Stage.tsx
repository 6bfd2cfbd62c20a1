import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { PromisesPanel } from '../panels/promises/PromisesPanel.tsx';
import { TopologyListPanel, TopologyPanel } from '../panels/topology/TopologyPanel.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Legend } from './Legend.tsx';

const VIEWS = ['topology', 'sequence', 'list'] as const;
type View = (typeof VIEWS)[number];

/** The run as a picture: who is there and what moves, the messages over time, or the same as a list; under it what must hold. */
export function Stage() {
  const { t } = useTranslation('player');
  const [view, setView] = useState<View>('topology');
  useCommand({ id: 'topology', run: () => setView('topology') });
  useCommand({ id: 'sequence', run: () => setView('sequence') });
  useCommand({ id: 'list', run: () => setView('list') });
  return (
    <section aria-label={t('stage.label')} className="dotted flex h-full min-h-0 flex-col">
      <div className="relative min-h-0 flex-1">
        <div className="absolute top-4 left-4 z-10">
          <SegmentedControl
            small
            label={t('stage.label')}
            segments={VIEWS.map((id) => ({ id, label: t(`stage.${id}`) }))}
            value={view}
            onChange={setView}
          />
        </div>
        {view === 'topology' && <TopologyPanel />}
        {view === 'list' && (
          <div className="h-full pt-14">
            <TopologyListPanel />
          </div>
        )}
      </div>
      <div className="flex max-h-[45%] flex-none flex-col gap-2 overflow-y-auto px-4 pt-1 pb-2.5">
        <PromisesPanel />
        <Legend />
      </div>
    </section>
  );
}
