import type { StepNumber } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import type { ExpressionHost } from '../scenario/expression.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Step } from '../trace/step.ts';
import type { Opening, Verdict } from '../trace/trace.ts';

/** Follows a run and says of every promise what is known about it. */
export interface Judge {
  observe(step: Step): readonly Verdict[];
  rest(step: StepNumber, at: Instant): readonly Verdict[];
  finish(step: StepNumber, at: Instant): readonly Verdict[];
}

export function createJudge(_scenario: Scenario, _opening: Opening, _host: ExpressionHost): Judge {
  return { observe: () => [], rest: () => [], finish: () => [] };
}
