import { parsePlanLine } from '#sim/scenario/plan-line.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { Draft, Pick } from '#sim/scenario/draft.ts';
import { parseLesson } from '#sim/scenario/lesson-parse.ts';
import { parseScenario } from '#sim/scenario/parse.ts';
import type { PlanEntry } from '#sim/scenario/plan.ts';
import { resolveScenario } from '#sim/scenario/resolve.ts';
import { DEFAULT_SEED, type RunSpec, STEP_LIMIT, VIRTUAL_TIME_LIMIT_MS } from '#sim/scenario/run-spec.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import type { Lesson } from '#sim/lessons/lesson.ts';
import { printDiagnostic } from './print-diagnostic.ts';
import type { ScenarioFolder } from './scenario-files.ts';
import { UsageError } from './terminal.ts';

/** A file that cannot be used: its findings, one a line, are the sentence. */
class UnusableFile extends UsageError {
  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(printDiagnostic)
        .join('\n'),
    );
  }
}

/** Reads a scenario, or ends the command with its findings. */
export function draftOf(folder: ScenarioFolder): Draft {
  const parsed = parseScenario(folder.source);
  if (!parsed.ok) throw new UnusableFile(parsed.problem);
  return parsed.value;
}

/** The lesson beside a scenario, if there is one, or ends the command with its findings. */
export function lessonOf(folder: ScenarioFolder): Lesson | null {
  if (folder.lesson === null) return null;
  const parsed = parseLesson(folder.lesson);
  if (!parsed.ok) throw new UnusableFile(parsed.problem);
  return parsed.value;
}

export function scenarioOf(draft: Draft, pick: Pick): Scenario {
  const resolved = resolveScenario(draft, pick);
  if (!resolved.ok) throw new UnusableFile(resolved.problem);
  return resolved.value;
}

export interface RunWishes {
  readonly seed: number | null;
  readonly maxSteps: number | null;
  readonly extra: readonly PlanEntry[];
}

/** The run of a resolved scenario as a value, with everything not wished for as usual. */
export function specOf(scenario: Scenario, wishes: RunWishes): RunSpec {
  return {
    scenario,
    seed: wishes.seed ?? DEFAULT_SEED,
    plan: [...scenario.plan, ...wishes.extra],
    maxSteps: wishes.maxSteps ?? STEP_LIMIT,
    maxVirtualMs: VIRTUAL_TIME_LIMIT_MS,
  };
}

export const NO_WISHES: RunWishes = { seed: null, maxSteps: null, extra: [] };

/** `--fault` lines as plan entries. */
export function entriesOf(lines: readonly string[]): readonly PlanEntry[] {
  return lines.map((line) => {
    const entry = parsePlanLine(line);
    if (!entry.ok) throw new UsageError(`\`--fault ${line}\`: ${entry.problem}`);
    return entry.value;
  });
}

/** `--choose` texts as options by choice. */
export function choicesOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const equals = text.indexOf('=');
      if (equals < 1) throw new UsageError(`\`--choose ${text}\` wants a choice and an option: publishing=outbox.`);
      return [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );
}
