import { runInProcess } from '#host/in-process.ts';
import type { JsonMap } from '../../model/json.ts';
import { PLAIN_RUN } from '../../scenario/draft.ts';
import { resolveScenario } from '../../scenario/resolve.ts';
import { DEFAULT_SEED, STEP_LIMIT, VIRTUAL_TIME_LIMIT_MS } from '../../scenario/run-spec.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Trace, Verdict } from '../../trace/trace.ts';

/** One service takes orders, another takes books off its shelf. Small, quick to start, and right as it stands. */
const TWO_SERVICES: JsonMap = {
  format: 1,
  id: 'two-services',
  title: 'Two services',
  question: 'Do they agree?',
  objective: 'See promises kept and broken.',
  bloom: 'understand',
  minutes: 1,
  messages: { OrderPlaced: { on: 'shop', key: 'order.placed', subject: '=data.order', data: { order: 'text' } } },
  services: {
    order: {
      title: 'Order',
      database: { engine: 'document', rows: { orders: [] } },
      api: { 'POST /orders': 'place' },
      handlers: {
        place: [
          {
            transaction: [
              { write: 'orders', insert: { _id: '=body.id', state: 'PLACED', version: 1 } },
              { emit: 'OrderPlaced', data: { order: '=body.id' } },
            ],
          },
          { reply: 201 },
        ],
      },
    },
    stock: {
      title: 'Stock',
      database: { engine: 'document', rows: { shelf: [{ _id: 'BOOK', left: 10, version: 1 }], taken: [] } },
      consumes: { orders: { OrderPlaced: 'take', prefetch: 1 } },
      handlers: {
        take: [
          {
            transaction: [
              { write: 'shelf', filter: { _id: 'BOOK' }, update: { $inc: { left: -1, version: 1 } } },
              { write: 'taken', insert: { _id: "=nextId('T')", order: '=data.order' } },
            ],
          },
        ],
      },
    },
  },
  commands: { PLACE: { client: 'Alice', call: 'order POST /orders', body: { id: 'O-1' } } },
  plan: [{ run: 'PLACE', at: '0ms' }],
};

/** The two services with something laid over them, as a case is laid over its scenario. */
export function twoServices(over: JsonMap): Scenario {
  const draft = { format: 1, id: 'two-services', layers: [TWO_SERVICES, over] } as const;
  const resolved = resolveScenario(draft, PLAIN_RUN);
  if (!resolved.ok) throw new Error(resolved.problem.map(({ message }) => message).join('\n'));
  return resolved.value;
}

export async function runTwoServices(over: JsonMap): Promise<Trace> {
  const scenario = twoServices(over);
  const limits = { maxSteps: STEP_LIMIT, maxVirtualMs: VIRTUAL_TIME_LIMIT_MS };
  const { trace } = await runInProcess({ scenario, seed: DEFAULT_SEED, plan: scenario.plan, ...limits }, null);
  return trace;
}

/** What was said of one promise, from the opening to the end: answers, and the evidence of the last. */
export async function storyOf(
  promise: string,
  over: JsonMap,
): Promise<{ readonly answers: readonly Verdict['answer'][]; readonly evidence: Verdict['evidence'] }> {
  const asked = { promises: { [promise]: {} } };
  const trace = await runTwoServices({ ...asked, ...over });
  const verdicts = trace.verdicts.filter((verdict) => verdict.promise === promise);
  return { answers: verdicts.map(({ answer }) => answer), evidence: verdicts.at(-1)?.evidence ?? null };
}
