import { stepNumber } from '../../model/ids.ts';
import type { Message } from '../../model/message.ts';
import { instant } from '../../model/time.ts';
import type { Happening } from '../../trace/happening.ts';
import type { Step } from '../../trace/step.ts';

interface Setting {
  readonly actor?: string;
  readonly instance?: number;
  readonly part?: Step['part'];
  readonly point?: string;
  readonly line?: NonNullable<Step['line']>;
  readonly about?: Step['about'];
  readonly cause?: Step['cause'];
  /** Virtual ms since the step before. */
  readonly after?: number;
}

/** Writes steps in order, each caused by the one before unless told otherwise. */
export class TraceWriter {
  readonly steps: Step[] = [];
  #now = 0;

  add(happening: Happening, setting: Setting = {}): Step {
    this.#now += setting.after ?? 1;
    const step: Step = {
      ...happening,
      number: stepNumber(this.steps.length + 1),
      at: instant(this.#now),
      cause: setting.cause === undefined ? (this.steps.at(-1)?.number ?? null) : setting.cause,
      actor: setting.actor ?? 'order',
      instance: setting.instance ?? ('instance' in happening ? happening.instance : 1),
      part: setting.part ?? 'process',
      point: setting.point ?? null,
      points: setting.point === undefined ? [] : [setting.point],
      line: setting.line ?? null,
      about: setting.about ?? {},
    };
    this.steps.push(step);
    return step;
  }
}

export const aMessage = (id: string, type = 'OrderCreated', source = '/order'): Message => ({
  kind: 'event',
  specversion: '1.0',
  id,
  source,
  type,
  subject: 'O-1',
  datacontenttype: 'application/json',
  dataschema: `${type}/1`,
  partitionkey: 'O-1',
  sequence: '0000000001',
  correlationid: 'A-1',
  causationid: 'A-1',
  traceparent: `00-${'0'.repeat(31)}1-${'0'.repeat(15)}1-01`,
  data: { order: 'O-1', qty: 2 },
});
