import { afterAll, describe, expect, it } from 'vitest';
import { inProcessHost } from './testing/in-process-host.ts';
import { sessionOf, settled } from './testing/open-session.ts';

const ID = 'ecommerce-order-created';
const host = inProcessHost();
afterAll(() => {
  host.close();
});

const opened = async () => {
  const session = await sessionOf(ID, host);
  session.run.getState().start();
  await settled(session);
  return session;
};

describe('a run on screen', () => {
  it('shows the sketch before anything is computed, and the run at its opening after', async () => {
    const session = await sessionOf(ID, host);
    expect(session.run.getState()).toMatchObject({ count: 0, version: 0, status: { kind: 'sketch' } });
    expect(session.run.getState().trace.opening.services.map(({ id }) => id)).toContain('order');

    session.run.getState().start();
    await settled(session);

    const { status, count, trace, end, beats } = session.run.getState();
    expect(status.kind).toBe('ready');
    expect(end?.kind).toBe('quiescent');
    expect(trace.steps).toHaveLength(count);
    expect(beats.length).toBeGreaterThan(0);
    expect(session.playback.getState()).toMatchObject({ cursor: 0, playing: false });
  });

  it('keeps the reader at the same story point when a choice is switched', async () => {
    const session = await opened();
    const { run, playback } = session;
    const commit = run.getState().trace.steps.find((step) => step.kind === 'transaction.committed');
    playback.getState().seek(commit?.number ?? 0);
    const [choice] = run.getState().scenario.choices;
    const other = choice?.options.find(({ id }) => id !== choice.default);

    run.getState().choose(choice?.id ?? '', other?.id ?? '');
    expect(run.getState().request.choices).toEqual({ [choice?.id ?? '']: other?.id });
    await settled(session);

    const { trace, scenario } = run.getState();
    expect(scenario.chosen[choice?.id ?? '']).toBe(other?.id);
    expect(trace.steps[playback.getState().cursor - 1]).toMatchObject({
      kind: 'transaction.committed',
      actor: 'order',
    });
  });

  it('takes a command into the plan behind the step on screen, and out again', async () => {
    const session = await opened();
    const { run, playback } = session;
    const before = run.getState().trace.steps;
    playback.getState().seek(10);
    const atMs = (before[9]?.at ?? 0) + 1;
    const second = { id: 'O-2' };
    const entry = {
      kind: 'run',
      id: null,
      command: 'A-BOOK2',
      with: second,
      instance: null,
      repeat: 1,
      everyMs: 0,
    } as const;

    run.getState().addEntry({ ...entry, when: { kind: 'time', atMs } });
    await settled(session);

    const after = run.getState().trace.steps;
    expect(after.slice(0, 10)).toEqual(before.slice(0, 10));
    expect(after.length).toBeGreaterThan(before.length);
    expect(playback.getState().cursor).toBe(10);

    run.getState().undo();
    await settled(session);

    expect(run.getState().request.entries).toEqual([]);
    expect(run.getState().trace.steps).toEqual(before);
  });
});
