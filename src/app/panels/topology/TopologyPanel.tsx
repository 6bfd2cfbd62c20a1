import '@xyflow/react/dist/base.css';
import './topology.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../session/session.tsx';
import { topologyOf } from './graph.ts';
import { layOut } from './layout.ts';
import { TopologyFlow } from './TopologyFlow.tsx';
import { TopologyList } from './TopologyList.tsx';

/** The picture of the run at the step on show, and for whoever does not see it the same as a list. */
export function TopologyPanel() {
  const { t } = useTranslation('stage');
  const topology = useTopology();
  const layout = useMemo(() => layOut(topology), [topology]);
  return (
    <section
      aria-label={t('topology')}
      className="stage dotted relative h-full contain-layout contain-paint min-h-0 w-full overflow-hidden"
    >
      <ReactFlowProvider>
        <TopologyFlow topology={topology} layout={layout} />
      </ReactFlowProvider>
      <div className="sr-only">
        <TopologyList topology={topology} />
      </div>
    </section>
  );
}

/** The same picture in words, in full sight. */
export function TopologyListPanel() {
  const { t } = useTranslation('stage');
  const topology = useTopology();
  return (
    <section aria-label={t('list.label')} className="h-full min-h-0 w-full overflow-auto bg-bg p-4" tabIndex={0}>
      <TopologyList topology={topology} />
    </section>
  );
}

function useTopology() {
  const scenario = useRun((run) => run.scenario);
  const opening = useRun((run) => run.trace.opening);
  return useMemo(() => topologyOf(scenario, opening), [scenario, opening]);
}
