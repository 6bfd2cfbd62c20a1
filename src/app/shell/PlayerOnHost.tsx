import { PlayerPage } from '../player/PlayerPage.tsx';
import { pageHost } from './page-host.ts';

/** The player, its runs computed where all runs of this page are. */
export function PlayerOnHost({ hash }: { readonly hash: string }) {
  return <PlayerPage hash={hash} host={pageHost()} />;
}
