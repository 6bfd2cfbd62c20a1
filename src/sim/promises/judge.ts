import { BUILT_IN_PROMISES, isBuiltInPromise } from '../model/built-in-promises.ts';
import { type StepNumber, stepNumber } from '../model/ids.ts';
import { duration, type Instant } from '../model/time.ts';
import type { ExpressionHost } from '../scenario/expression.ts';
import type { PromiseSpec, Scenario } from '../scenario/scenario.ts';
import type { Step } from '../trace/step.ts';
import type { Opening, Verdict } from '../trace/trace.ts';
import { BUILT_IN_TRIALS } from './built-in/registry.ts';
import { customTrial } from './custom/custom-trial.ts';
import { Facts } from './facts/facts.ts';
import { FaultClock } from './fault-clock.ts';
import { type Mode, Sentence } from './sentence.ts';
import { type StartTrial, undecidable } from './trial.ts';

/** Follows a run and says of every promise what is known about it. */
export interface Judge {
  /** Takes every step in order. The first answer of all begins with the verdicts over the opening, step 0. */
  observe(step: Step): readonly Verdict[];
  /** Nothing is pending: what must hold at rest is judged. */
  rest(step: StepNumber, at: Instant): readonly Verdict[];
  /** The run was cut: only time limits that have passed are judged. */
  finish(step: StepNumber, at: Instant): readonly Verdict[];
}

/** A judge for the scenario's promises, custom and built in, over real committed rows and the trace (INV). */
export function createJudge(scenario: Scenario, opening: Opening, host: ExpressionHost): Judge {
  if (scenario.promises.length === 0) return NOTHING_PROMISED;
  const facts = new Facts(scenario, opening);
  const clock = new FaultClock();
  const sentences = scenario.promises.map(
    (spec) => new Sentence(spec.id, trialOf(spec, host)(facts), modeOf(spec), clock),
  );
  let opened = false;

  const each = (hear: (sentence: Sentence) => readonly Verdict[]): readonly Verdict[] => sentences.flatMap(hear);
  const open = (): readonly Verdict[] => {
    if (opened) return [];
    opened = true;
    return each((sentence) => sentence.review(stepNumber(0)));
  };

  const timed = sentences.filter((sentence) => sentence.hasLimit);

  return {
    observe(step) {
      const verdicts: Verdict[] = opened ? [] : [...open()];
      for (const sentence of timed) verdicts.push(...sentence.pass(step.number, step.at));
      clock.observe(step);
      const news = facts.observe(step);
      for (const sentence of sentences) {
        const said = sentence.observe(news);
        if (said.length > 0) verdicts.push(...said);
      }
      return verdicts;
    },
    rest: (step) => [...open(), ...each((sentence) => sentence.rest(step))],
    finish: (step, at) => [...open(), ...each((sentence) => sentence.pass(step, at))],
  };
}

const NOTHING_PROMISED: Judge = { observe: () => [], rest: () => [], finish: () => [] };

function trialOf(spec: PromiseSpec, host: ExpressionHost): StartTrial {
  if (spec.holds !== null) return customTrial(spec, host);
  return isBuiltInPromise(spec.id)
    ? BUILT_IN_TRIALS[spec.id]
    : () => undecidable(`There is no promise \`${spec.id}\`.`);
}

/** A built-in promise knows its own time; only a limit is the scenario's to set. */
function modeOf({ id, when, holds }: PromiseSpec): Mode {
  if (when.kind === 'within') return { kind: 'within', limit: duration(when.ms) };
  const own = holds === null && isBuiltInPromise(id) ? BUILT_IN_PROMISES[id].when : when.kind;
  return own === 'at-rest' ? { kind: 'at-rest' } : { kind: 'at-once' };
}
