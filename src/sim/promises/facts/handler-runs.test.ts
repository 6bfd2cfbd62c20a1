import { describe, expect, it } from 'vitest';
import type { Row } from '../../model/rows.ts';
import { aMessage, TraceWriter } from '../../projections/testing/trace-writer.ts';
import { openingWith } from '../testing/judged.ts';
import { twoServices } from '../testing/two-services.ts';
import type { HandlerRun } from './handler-run.ts';
import { HandlerRuns } from './handler-runs.ts';
import { ServicesInForce } from './services-in-force.ts';

const statement = { text: 'write', values: [] };

class Stock extends TraceWriter {
  received(id: string): this {
    const message = aMessage(id);
    const happening = { kind: 'message.received', queue: 'stock.orders', tag: 1, message, redelivered: false } as const;
    this.add(happening, { actor: 'stock', cause: null, about: { handler: 'take' } });
    return this;
  }

  wrote(path: string, tx: string | null, after: Row, before: Row | null = null): this {
    const changes = [{ table: 'shelf', key: 'BOOK', before, after }];
    const happening = { kind: 'rows.changed', database: 'stock', tx, statement, count: 1, changes } as const;
    this.add(happening, { actor: 'stock', line: { handler: 'take', path } });
    return this;
  }

  ended(tx: string, how: 'committed' | 'aborted'): this {
    const where = { database: 'stock', tx };
    if (how === 'committed') this.add({ kind: 'transaction.committed', ...where, tables: [] }, { actor: 'stock' });
    else this.add({ kind: 'transaction.aborted', ...where, reason: 'refused' }, { actor: 'stock' });
    return this;
  }
}

function runsOf(trace: TraceWriter): readonly HandlerRun[] {
  const scenario = twoServices({});
  const runs = new HandlerRuns(new ServicesInForce(scenario, openingWith({})));
  return [...new Set(trace.steps.flatMap((step) => runs.observe(step)))];
}

describe('runs of handlers', () => {
  it('have as effects the lines whose transaction committed', () => {
    const trace = new Stock().received('E-1').wrote('0.0', 'T-1', { left: 1 }).ended('T-1', 'aborted');
    trace.wrote('1.0', 'T-2', { left: 2 }).ended('T-2', 'committed').wrote('2', null, { left: 3 });
    const [run] = runsOf(trace);
    expect([...(run?.effects ?? [])]).toEqual(['1.0', '2']);
    expect(run).toMatchObject({ commits: 1, aborts: 1, ended: null });
  });

  it('have no effect by a row that stays as it was', () => {
    const trace = new Stock().received('E-1').wrote('0', null, { left: 1 }, { left: 1 });
    expect(runsOf(trace)[0]?.effects.size).toBe(0);
  });

  it('end when the consumer takes up its next message, or crashes', () => {
    const trace = new Stock().received('E-1').received('E-2');
    trace.add({ kind: 'service.crashed', service: 'stock', instance: 1, lost: [] }, { actor: 'stock' });
    expect(runsOf(trace).map(({ key, ended }) => [key, ended])).toEqual([
      ['stock.orders E-1', 'ok'],
      ['stock.orders E-2', 'crashed'],
    ]);
  });

  it('own a step by its causes, through other lanes, and never what the relay does', () => {
    const trace = new Stock().received('E-1');
    const ask = (call: string, from: string, to: string): void => {
      const operation = 'GET /orders';
      trace.add({ kind: 'request.sent', call, from, to, operation, body: null, command: null }, { actor: from });
      trace.add({ kind: 'request.received', call, from, operation }, { actor: to });
    };
    const answer = (call: string, from: string, to: string): void => {
      trace.add({ kind: 'reply.sent', call, to, status: 200, body: null }, { actor: from });
      trace.add({ kind: 'reply.received', call, from, status: 200, body: null }, { actor: to });
    };
    ask('R-1/call-1', 'stock', 'order');
    ask('R-1/call-2', 'order', 'stock');
    answer('R-1/call-2', 'stock', 'order');
    answer('R-1/call-1', 'order', 'stock');
    trace.wrote('3', null, { left: 1 });
    const published = { message: aMessage('E-9'), exchange: 'shop', routingKey: 'k', by: 'relay' } as const;
    trace.add({ kind: 'message.published', ...published }, { actor: 'stock', part: 'relay' });
    const runs = runsOf(trace);
    expect(runs.map(({ key, ended, effects }) => [key, ended, effects.size])).toEqual([
      ['stock.orders E-1', null, 1],
      ['R-1/call-1', 'ok', 0],
      ['R-1/call-2', 'ok', 0],
    ]);
    expect(runs[0]?.published).toEqual([]);
  });
});
