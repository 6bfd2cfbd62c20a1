import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import type { PanelImperativeHandle } from 'react-resizable-panels';
import { useCommand } from '../commands/use-command.ts';
import { NarrationPanel } from '../lessons/NarrationPanel.tsx';
import { CommandsPanel } from '../panels/commands/CommandsPanel.tsx';
import { LanesPanel } from '../panels/lanes/LanesPanel.tsx';
import { useRun } from '../session/session.tsx';
import { Inspector } from './Inspector.tsx';
import { Stage } from './Stage.tsx';
import { Transport } from './Transport.tsx';

const KEEP = 'preserve-pixel-size';
/** The transport, and under it the axis and a lane each, in pixels. */
const TRANSPORT = 58;
const AXIS = 26;
const LANE = 25;
const LANES_AT_MOST = 9;

/** Story, stage and inspector side by side, over the transport and the lanes. The sizes are remembered per scenario. */
export function WideLayout({ scenarioId }: { readonly scenarioId: string }) {
  const { t } = useTranslation('player');
  const rows = useDefaultLayout({ id: `sagascope.rows.${scenarioId}`, onlySaveAfterUserInteractions: true });
  const story = usePanelRef();
  const inspector = usePanelRef();
  const lower = usePanelRef();
  useCommand({ id: 'drawer', run: () => toggle([inspector.current]) });
  useCommand({ id: 'maximise', run: () => toggle([story.current, inspector.current, lower.current]) });
  return (
    <Group
      orientation="vertical"
      className="min-h-0 flex-1"
      defaultLayout={rows.defaultLayout}
      onLayoutChanged={rows.onLayoutChanged}
    >
      <Panel id="upper" minSize="40%">
        <Columns scenarioId={scenarioId} story={story} inspector={inspector} />
      </Panel>
      <Separator aria-label={t('resize.lanes')} className="separator h-px" />
      <Panel
        id="lower"
        panelRef={lower}
        collapsible
        collapsedSize={`${String(TRANSPORT)}px`}
        defaultSize={`${String(useLowerHeight())}px`}
        minSize="120px"
        maxSize="60%"
        groupResizeBehavior={KEEP}
      >
        <footer className="flex h-full flex-col bg-bg">
          <Transport />
          <div className="min-h-0 flex-1">
            <LanesPanel />
          </div>
        </footer>
      </Panel>
    </Group>
  );
}

interface ColumnsProps {
  readonly scenarioId: string;
  readonly story: ReturnType<typeof usePanelRef>;
  readonly inspector: ReturnType<typeof usePanelRef>;
}

function Columns({ scenarioId, story, inspector }: ColumnsProps) {
  const { t } = useTranslation('player');
  const kept = useDefaultLayout({ id: `sagascope.columns.${scenarioId}`, onlySaveAfterUserInteractions: true });
  // What is folded away is out of the way of Tab and of screen readers, too.
  const [storyFolded, setStoryFolded] = useState(false);
  const [inspectorFolded, setInspectorFolded] = useState(false);
  const side = { collapsible: true, collapsedSize: '0px', groupResizeBehavior: KEEP } as const;
  return (
    <main id="main" tabIndex={-1} className="h-full outline-none">
      <Group className="h-full" defaultLayout={kept.defaultLayout} onLayoutChanged={kept.onLayoutChanged}>
        <Panel
          id="story"
          panelRef={story}
          defaultSize="304px"
          minSize="220px"
          maxSize="40%"
          onResize={({ inPixels }) => setStoryFolded(inPixels === 0)}
          {...side}
        >
          <aside aria-label={t('story')} hidden={storyFolded} className="h-full overflow-y-auto bg-bg p-4">
            <div className="flex flex-col gap-4">
              <NarrationPanel />
              <CommandsPanel />
            </div>
          </aside>
        </Panel>
        <Separator aria-label={t('resize.story')} className="separator w-px" />
        <Panel id="stage" minSize="320px">
          <Stage />
        </Panel>
        <Separator aria-label={t('resize.inspector')} className="separator w-px" />
        <Panel
          id="inspector"
          panelRef={inspector}
          defaultSize="392px"
          minSize="280px"
          maxSize="55%"
          onResize={({ inPixels }) => setInspectorFolded(inPixels === 0)}
          {...side}
        >
          <aside aria-label={t('inspector')} hidden={inspectorFolded} className="h-full bg-bg">
            <Inspector />
          </aside>
        </Panel>
      </Group>
    </main>
  );
}

/** All of them away when one is in sight, else all of them back. */
function toggle(panels: readonly (PanelImperativeHandle | null)[]): void {
  const present = panels.filter((panel) => panel !== null);
  const inSight = present.some((panel) => !panel.isCollapsed());
  for (const panel of present) {
    if (inSight) panel.collapse();
    else panel.expand();
  }
}

/** Room for every lane of the run, up to a limit. */
function useLowerHeight(): number {
  const { clients, services, queues } = useRun((run) => run.trace.opening);
  const operator = useRun(({ scenario }) => scenario.plan.some(({ kind }) => kind !== 'run'));
  const lanes = clients.length + services.length + Number(queues.length > 0) + Number(operator);
  return TRANSPORT + AXIS + LANE * (Math.min(lanes, LANES_AT_MOST) + 0.5);
}
