import { resolveScenario } from '#sim/scenario/resolve.ts';
import type { RunHost } from '#host/run-host.ts';
import { invariant } from '#sim/model/invariant.ts';
import { loadScenario } from '../../catalogue/catalogue.ts';
import { PLAIN_REQUEST } from '../run-request.ts';
import type { RunRequest, RunSource } from '../run-state.ts';
import { createSession, type Session } from '../session.tsx';

/** A scenario that comes with the page, as a session takes it. */
export async function sourceOf(id: string): Promise<RunSource> {
  const file = await loadScenario(id);
  invariant(file !== null, `there is a scenario ${id}`);
  return {
    id,
    lesson: file.lesson,
    resolve: ({ choices, caseId }) => resolveScenario(file.draft, { choices, caseId }),
  };
}

/** A session of a built-in scenario at its sketch; nothing is computed before `run.start()`. */
export async function sessionOf(id: string, host: RunHost, more: Partial<RunRequest> = {}): Promise<Session> {
  const source = await sourceOf(id);
  const request = { ...PLAIN_REQUEST, ...more };
  const scenario = source.resolve(request);
  invariant(scenario.ok, `${id} can be resolved`);
  return createSession({ source, host, request, scenario: scenario.value, cursor: 0 });
}

/** Settles when the run asked for last is complete, or stopped. */
export function settled({ run }: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { status } = run.getState();
      if (status.kind !== 'ready' && status.kind !== 'problem') return;
      stop();
      resolve();
    };
    const stop = run.subscribe(look);
    look();
  });
}
