import type { JsonMap } from '../../model/json.ts';
import { stepNumber } from '../../model/ids.ts';
import { instant } from '../../model/time.ts';
import { sketchOpening } from '../../scenario/sketch.ts';
import type { Step } from '../../trace/step.ts';
import type { Opening, Verdict } from '../../trace/trace.ts';
import { createJudge, type Judge } from '../judge.ts';
import { twoServices } from './two-services.ts';

/** An opening of the two services with tables as a handmade trace needs them: names with their rows, keyed by `_id`. */
export function openingWith(over: JsonMap, rows: Readonly<Record<string, readonly JsonMap[]>> = {}): Opening {
  const sketch = sketchOpening(twoServices(over));
  const databases = ['order', 'stock'].map((id) => ({
    id,
    owner: id,
    engine: 'document' as const,
    product: 'LokiJS 1.5',
    standsFor: null,
    tables: Object.entries(rows)
      .filter(([address]) => address.startsWith(`${id}.`))
      .map(([address, list]) => ({
        name: address.slice(id.length + 1),
        columns: [{ name: '_id', type: 'string', key: true }],
        system: false,
        rows: list,
      })),
  }));
  return { ...sketch, databases };
}

export function judgeOf(
  over: JsonMap,
  rows?: Readonly<Record<string, readonly JsonMap[]>>,
  nextId = (prefix: string): string => prefix,
): Judge {
  return createJudge(twoServices(over), openingWith(over, rows), { nextId });
}

/** `broken@3`: the answers over a handmade trace that comes to rest, or is cut, after its last step. */
export function judged(
  over: JsonMap,
  steps: readonly Step[],
  end: 'rest' | 'cut' = 'rest',
  rows?: Readonly<Record<string, readonly JsonMap[]>>,
): { readonly answers: readonly string[]; readonly last: Verdict | undefined } {
  const judge = judgeOf(over, rows);
  const verdicts = steps.flatMap((step) => judge.observe(step));
  const last = steps.at(-1);
  const [number, at] = [last?.number ?? stepNumber(0), last?.at ?? instant(0)];
  verdicts.push(...(end === 'rest' ? judge.rest(number, at) : judge.finish(number, at)));
  return { answers: verdicts.map(({ answer, step }) => `${answer}@${String(step)}`), last: verdicts.at(-1) };
}
