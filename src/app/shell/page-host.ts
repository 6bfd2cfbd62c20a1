import type { RunHost } from '#host/run-host.ts';
import { createWorkerHost } from '#host/worker-host.ts';
import { CARDS } from '../catalogue/catalogue.ts';

let host: RunHost | null = null;

/** The one place of this page where runs are computed; its engines stay warm from scenario to scenario. */
export function pageHost(): RunHost {
  host ??= createWorkerHost();
  return host;
}

/** Has the engines of the scenario in the address started while the rest of the page is still on its way. */
export function warmUpFor(hash: string): void {
  const id = /^#?\/?play\/([^/?]+)/.exec(hash)?.[1];
  const card = CARDS.find((one) => one.id === id);
  if (card === undefined) return;
  const engines = card.services.flatMap(({ engine }) => (engine === null ? [] : [engine]));
  pageHost().warmUp([...new Set(engines)], () => undefined);
}
