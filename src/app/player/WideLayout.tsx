import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { NarrationPanel } from '../lessons/NarrationPanel.tsx';
import { CommandsPanel } from '../panels/commands/CommandsPanel.tsx';
import { LanesPanel } from '../panels/lanes/LanesPanel.tsx';
import { Inspector } from './Inspector.tsx';
import { Stage } from './Stage.tsx';
import { Transport } from './Transport.tsx';
import { type Room, useRoom } from './use-room.ts';

/** A panel that keeps its size when the window changes, and that a key can fold away. */
const FOLDS = { groupResizeBehavior: 'preserve-pixel-size', collapsible: true, className: '@container' } as const;

/** Folded to nothing, a panel may not keep the keyboard's focus among what nobody sees. */
const UNSEEN_WHEN_FOLDED = '@max-[1rem]:invisible';

interface WideLayoutProps {
  readonly scenarioId: string;
}

/** Story, stage and inspector side by side, over the transport and the lanes. The sizes are remembered per scenario. */
export function WideLayout({ scenarioId }: WideLayoutProps) {
  const { t } = useTranslation('player');
  const room = useRoom();
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
          <Columns scenarioId={scenarioId} room={room} />
        </main>
      </Panel>
      <Separator aria-label={t('resize.lanes')} className="separator h-px" />
      <Panel
        {...FOLDS}
        id="lower"
        panelRef={room.lower}
        defaultSize="248px"
        minSize="120px"
        collapsedSize="57px"
        maxSize="60%"
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

function Columns({ scenarioId, room }: WideLayoutProps & { readonly room: Room }) {
  const { t } = useTranslation('player');
  const columns = useDefaultLayout({ id: `sagascope.columns.${scenarioId}`, onlySaveAfterUserInteractions: true });
  const side = `h-full bg-bg ${UNSEEN_WHEN_FOLDED}`;
  return (
    <Group className="h-full" defaultLayout={columns.defaultLayout} onLayoutChanged={columns.onLayoutChanged}>
      <Panel {...FOLDS} id="story" panelRef={room.story} defaultSize="304px" minSize="220px" maxSize="40%">
        <aside aria-label={t('story')} className={`flex flex-col gap-4 overflow-y-auto p-4 ${side}`}>
          <NarrationPanel />
          <CommandsPanel />
        </aside>
      </Panel>
      <Separator aria-label={t('resize.story')} className="separator w-px" />
      <Panel id="stage" minSize="320px">
        <Stage />
      </Panel>
      <Separator aria-label={t('resize.inspector')} className="separator w-px" />
      <Panel {...FOLDS} id="inspector" panelRef={room.inspector} defaultSize="392px" minSize="280px" maxSize="55%">
        <aside aria-label={t('inspector')} className={side}>
          <Inspector />
        </aside>
      </Panel>
    </Group>
  );
}
