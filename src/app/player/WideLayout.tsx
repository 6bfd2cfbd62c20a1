import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { NarrationPanel } from '../lessons/NarrationPanel.tsx';
import { CommandsPanel } from '../panels/commands/CommandsPanel.tsx';
import { LanesPanel } from '../panels/lanes/LanesPanel.tsx';
import { Inspector } from './Inspector.tsx';
import { Stage } from './Stage.tsx';
import { Transport } from './Transport.tsx';

const KEEP = 'preserve-pixel-size';

/** Story, stage and inspector side by side, over the transport and the lanes. The sizes are remembered per scenario. */
export function WideLayout({ scenarioId }: { readonly scenarioId: string }) {
  const { t } = useTranslation('player');
  const columns = useDefaultLayout({ id: `sagascope.columns.${scenarioId}`, onlySaveAfterUserInteractions: true });
  const rows = useDefaultLayout({ id: `sagascope.rows.${scenarioId}`, onlySaveAfterUserInteractions: true });
  return (
    <Group
      orientation="vertical"
      className="min-h-0 flex-1"
      defaultLayout={rows.defaultLayout}
      onLayoutChanged={rows.onLayoutChanged}
    >
      <Panel id="upper" minSize="40%">
        <main id="main" tabIndex={-1} className="h-full outline-none">
          <Group className="h-full" defaultLayout={columns.defaultLayout} onLayoutChanged={columns.onLayoutChanged}>
            <Panel id="story" defaultSize="304px" minSize="220px" maxSize="40%" groupResizeBehavior={KEEP}>
              <aside aria-label={t('story')} className="flex h-full flex-col gap-4 overflow-y-auto bg-bg p-4">
                <NarrationPanel />
                <CommandsPanel />
              </aside>
            </Panel>
            <Separator aria-label={t('resize.story')} className="separator w-px" />
            <Panel id="stage" minSize="320px">
              <Stage />
            </Panel>
            <Separator aria-label={t('resize.inspector')} className="separator w-px" />
            <Panel id="inspector" defaultSize="392px" minSize="280px" maxSize="55%" groupResizeBehavior={KEEP}>
              <aside aria-label={t('inspector')} className="h-full bg-bg">
                <Inspector />
              </aside>
            </Panel>
          </Group>
        </main>
      </Panel>
      <Separator aria-label={t('resize.lanes')} className="separator h-px" />
      <Panel id="lower" defaultSize="248px" minSize="57px" maxSize="60%" groupResizeBehavior={KEEP}>
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
