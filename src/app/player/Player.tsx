import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { SkipLinks } from '../frame/SkipLinks.tsx';
import { useRun, useSelection } from '../session/session.tsx';
import { isFromElsewhere } from '../sharing/address-writer.ts';
import { progressStore } from '../stores/progress.ts';
import { LinkNotice } from './LinkNotice.tsx';
import type { Opened } from './open-link.ts';
import { PhoneLayout } from './PhoneLayout.tsx';
import { RunBanner } from './RunBanner.tsx';
import { TabletLayout } from './TabletLayout.tsx';
import { TopBar } from './TopBar.tsx';
import { useLayout } from './use-layout.ts';
import { useMoveCommands, useMoves, usePlay, usePlayCommands } from './use-moves.ts';
import { WideLayout } from './WideLayout.tsx';
import './player.css';

interface PlayerProps {
  readonly opened: Extract<Opened, { readonly kind: 'run' }>;
  /** The address the run was opened with. */
  readonly hash: string;
}

/** The player: the bar on top, whatever stands between the reader and the run, and the layout that fits the screen. */
export function Player({ opened, hash }: PlayerProps) {
  const layout = useLayout();
  const [foreign] = useState(() => isFromElsewhere(hash, ownLinks()));
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <SkipLinks to={['main', 'transport', 'story']} />
      <TopBar opened={opened.link} foreign={foreign} wide={layout === 'wide'} />
      <LinkNotice problems={opened.problems} nearest={opened.link} />
      <RunBanner />
      <RunStatus />
      <PlayerKeys />
      {layout === 'wide' && <WideLayout scenarioId={opened.link.scenarioId} />}
      {layout === 'tablet' && <TabletLayout />}
      {layout === 'phone' && <PhoneLayout />}
    </div>
  );
}

const ownLinks = (): readonly string[] => Object.values(progressStore.getState().visits).map(({ link }) => link);

/** The keys of the player. They know the cursor, so they stand apart: what a step does not change is not drawn again. */
function PlayerKeys() {
  const clear = useSelection((selection) => selection.clear);
  const selected = useSelection((selection) => selection.selected);
  useMoveCommands(useMoves());
  usePlayCommands(usePlay());
  useCommand({ id: 'close', run: clear, enabled: selected !== null });
  return null;
}

/** How far the run is, in a word, for whoever cannot see the banner. */
function RunStatus() {
  const { t } = useTranslation('player');
  const status = useRun((run) => run.status);
  return (
    <p role="status" aria-label={t('status.label')} className="sr-only">
      {t(`status.${status.kind}`)}
    </p>
  );
}
