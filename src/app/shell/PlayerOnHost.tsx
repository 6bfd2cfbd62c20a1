import type { RunHost } from '#host/run-host.ts';
import { createWorkerHost } from '#host/worker-host.ts';
import { PlayerPage } from '../player/PlayerPage.tsx';

let host: RunHost | null = null;

/** The player with the one place of this page where runs are computed; its engines stay warm from scenario to scenario. */
export function PlayerOnHost({ hash }: { readonly hash: string }) {
  host ??= createWorkerHost();
  return <PlayerPage hash={hash} host={host} />;
}
