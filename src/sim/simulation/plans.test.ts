import { afterAll, describe, expect, it } from 'vitest';
import { closeEngines, processEngines } from '#host/in-process.ts';
import type { JsonMap } from '../model/json.ts';
import { twoServices } from '../promises/testing/two-services.ts';
import { DEFAULT_SEED } from '../scenario/run-spec.ts';
import type { Step } from '../trace/step.ts';
import { simulate } from './simulate.ts';
import { crash, happens, happensIn, struckOf, told } from './testing/told.ts';

afterAll(closeEngines);

const place = (at: string | JsonMap, id: string, more: JsonMap = {}): JsonMap => ({
  run: 'PLACE',
  at,
  with: { id },
  ...more,
});

describe('an entry of the plan that waits for a point', () => {
  it('lets its own client send, at its own pace, without waiting for answers', async () => {
    const again = place({ point: 'rpc.server.replied', in: 'order' }, "='N-' + string(n)", { repeat: 2, every: '3ms' });
    const trace = await happens({ plan: [place('0ms', 'O-1'), again] });

    expect(told(trace, 'request.sent')).toEqual([
      '0ms Alice: sends POST /orders to order',
      '7ms Alice: sends POST /orders to order',
      '10ms Alice: sends POST /orders to order',
    ]);
  });

  it('counts matches: the second delivery, or every one', async () => {
    const plan = [place('0ms', 'O-1'), place('1s', 'O-2'), place('2s', 'O-3')];
    const second = await happens({ plan: [...plan, crash('stock', 'consumer.received', { n: 2 })] });
    const every = await happens({
      plan: [...plan, { ...crash('stock', 'consumer.after_ack', { n: 'every' }), for: '1ms' }],
    });

    expect(told(second, 'service.crashed')).toEqual(['1054ms stock: stock/1 crashes']);
    expect(told(every, 'service.crashed')).toHaveLength(3);
  });

  it('that sets itself off again and again ends with a word (no endless turn)', async () => {
    const echo = place({ point: 'rpc.client.after_send', in: 'Alice', n: 'every' }, 'O-2');
    const { end } = await happensIn(twoServices({ plan: [place('0ms', 'O-1'), echo] }), 50);

    expect(end?.kind).toBe('step-limit');
  });

  it('never deploys in the middle of a local transaction (E3)', async () => {
    const versions = { v2: { says: 'the same again' } };
    const trace = await happens({
      services: { order: { versions } },
      plan: [
        place('0ms', 'O-1'),
        { operate: 'deploy', on: 'order', version: 'v2', at: { point: 'tx.begin', in: 'order' } },
      ],
    });

    expect(told(trace, 'transaction.begun', 'transaction.committed', 'service.deployed').slice(0, 3)).toEqual([
      '7ms order: begins transaction T-1',
      '7ms order: commits T-1 (orders, outbox)',
      expect.stringMatching(/^7ms operator/),
    ]);
  });

  it('is told apart from another entry of the same words', async () => {
    const once = crash('order', 'tx.begin');
    const trace = await happens({ plan: [place('0ms', 'O-1'), once, once] });

    expect(struckOf(trace)).toEqual([true, true, false]);
  });
});

describe('the end of a run', () => {
  const asking = {
    services: {
      order: { handlers: { place: [{ call: 'stock GET /shelf', as: 'asked' }, { reply: '=asked.status' }] } },
      stock: { api: { 'GET /shelf': 'look' }, handlers: { look: [{ reply: 200 }] } },
    },
  };

  it('is rest, not a cut, when only deadlines of answered calls are left', async () => {
    const trace = await happens({ ...asking, until: '500ms', plan: [place('0ms', 'O-1')] });

    expect(trace.end).toMatchObject({ kind: 'quiescent', at: 20 });
  });

  it('is a cut when something would still have happened', async () => {
    const trace = await happens({ until: '20ms', plan: [place('0ms', 'O-1')] });

    expect(trace.end?.kind).toBe('until');
    expect(told(trace).at(-1)).toContain('until');
  });

  it('comes between two turns when it is cancelled', async () => {
    const scenario = twoServices({ plan: [place('0ms', 'O-1'), place('1s', 'O-2')] });
    const steps: Step[] = [];
    const ended = await simulate(
      { scenario, seed: DEFAULT_SEED, plan: scenario.plan, maxSteps: 100, maxVirtualMs: 10_000 },
      processEngines,
      {
        onOpening: () => undefined,
        onSteps: (more) => steps.push(...more),
        pause: () => Promise.resolve(true),
      },
    );

    expect(ended).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
    expect(steps).toHaveLength(1);
    expect((await happens({ plan: [place('0ms', 'O-1')] })).end?.kind).toBe('quiescent');
  });
});
