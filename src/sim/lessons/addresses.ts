import type { Row } from '../model/rows.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { queues, totalOf } from '../projections/queues.ts';
import { committedRows, databaseOf, tableOf, tables } from '../projections/tables.ts';
import { Timeline } from '../projections/timeline.ts';
import type { Trace } from '../trace/trace.ts';
import { calls, clientReplies, deadLetters, deniedAccesses } from './system-tables.ts';

interface Timelines {
  readonly tables: Timeline<ReturnType<typeof tables.initial>>;
  readonly queues: Timeline<ReturnType<typeof queues.initial>>;
}

/** A lesson reads the same trace at many cursors; its keyframes live as long as the trace does. */
const timelines = new WeakMap<Trace, Timelines>();

/** Addresses that no service owns, with what each is. */
export const SYSTEM_ADDRESSES = {
  'client.replies': 'what clients were answered, in the order they learned it',
  'broker.queues': 'what lies in every queue',
  'broker.dead': 'dead letters, in the order they died',
  'access.denied': 'statements refused because a stranger made them',
  'trace.calls': 'requests between clients and services, in the order they were sent',
} as const;

/**
 * The rows of `service.table`, or of a system table, as an observer outside every transaction reads them at a cursor:
 * committed rows in key order. An address that names nothing gives the sentence that says so.
 */
export function readAddress(trace: Trace, cursor: number, address: string): Result<readonly Row[], string> {
  const steps = trace.steps.slice(0, cursor);
  switch (address) {
    case 'client.replies':
      return ok(clientReplies(trace.opening, steps));
    case 'broker.queues':
      return ok(queueRows(trace, cursor));
    case 'broker.dead':
      return ok(deadLetters(steps));
    case 'access.denied':
      return ok(deniedAccesses(trace.opening, steps));
    case 'trace.calls':
      return ok(calls(steps));
    default:
      return tableRows(trace, cursor, address);
  }
}

function tableRows(trace: Trace, cursor: number, address: string): Result<readonly Row[], string> {
  const [owner = '', name = ''] = address.split('.');
  const database = databaseOf(timelinesOf(trace).tables.at(cursor, trace.steps), owner);
  const table = database === undefined ? undefined : tableOf(database, name);
  return table === undefined ? fail(`There is no table \`${address}\`.`) : ok(committedRows(table));
}

function queueRows(trace: Trace, cursor: number): readonly Row[] {
  const view = timelinesOf(trace).queues.at(cursor, trace.steps);
  return view.queues
    .map((queue) => {
      const { name, ready, unacked, acked, dropped } = queue;
      return { name, ready, unacked, total: totalOf(queue), acked, dropped };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function timelinesOf(trace: Trace): Timelines {
  const known = timelines.get(trace);
  if (known !== undefined) return known;
  const made = { tables: new Timeline(tables, trace.opening), queues: new Timeline(queues, trace.opening) };
  timelines.set(trace, made);
  return made;
}
