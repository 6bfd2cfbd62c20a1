import { closeEngines, RunFailure, runInProcess } from '#host/in-process.ts';
import { runAsJson } from '#sim/export/json.ts';
import { toMermaid } from '#sim/export/mermaid.ts';
import { START } from '#sim/model/time.ts';
import type { RunSpec } from '#sim/scenario/run-spec.ts';
import { printTrace } from '#sim/trace/print.ts';
import type { Trace } from '#sim/trace/trace.ts';
import { type CommandLine, readCommandLine, wholeNumber } from './command-line.ts';
import { RUN } from './help.ts';
import { choicesOf, draftOf, entriesOf, scenarioOf, specOf } from './prepare-run.ts';
import { unexpectedlyBroken } from './promise-outcome.ts';
import { endReport } from './end-report.ts';
import { openScenario } from './scenario-files.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

const OPTIONS = {
  choose: 'values',
  case: 'value',
  fault: 'values',
  seed: 'value',
  until: 'value',
  'max-steps': 'value',
  export: 'value',
  json: 'flag',
} as const;

const EXPORTS = ['mermaid', 'json'] as const;
const LATER_EXPORTS: readonly string[] = ['otel', 'prometheus'];

/** `run`: computes one run and prints it. 0 when it ended and broke no promise that its case does not say it breaks. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const line = readCommandLine(words, OPTIONS);
  if (line.has('help')) {
    terminal.out(RUN);
    return 0;
  }
  const format = exportFormat(line);
  const until = wholeNumber(line, 'until', 0);
  const spec = wantedRun(line, until);
  const trace = cutAt(until, await computed(spec));
  terminal.out(printed(spec, trace, line.has('json') ? 'report' : (format ?? 'text')));
  const ended = trace.end?.kind === 'quiescent' || trace.end?.kind === 'until';
  return ended && unexpectedlyBroken(trace, spec.scenario.breaks).length === 0 ? 0 : 1;
}

function exportFormat(line: CommandLine): (typeof EXPORTS)[number] | null {
  const wanted = line.value('export');
  if (wanted === null) return null;
  if (line.has('json')) throw new UsageError('`--json` and `--export` print two different things; give one.');
  if (LATER_EXPORTS.includes(wanted)) throw new UsageError(`\`--export ${wanted}\` is not yet in this version.`);
  const known = EXPORTS.find((format) => format === wanted);
  if (known === undefined) throw new UsageError(`\`--export\` knows ${EXPORTS.join(' and ')}, not \`${wanted}\`.`);
  return known;
}

function wantedRun(line: CommandLine, until: number | null): RunSpec {
  const [path, ...more] = line.words;
  if (path === undefined) throw new UsageError('`run` wants a scenario: a folder or a file.');
  if (more.length > 0) throw new UsageError(`\`run\` takes one scenario; \`${more.join(' ')}\` is too much.`);
  const draft = draftOf(openScenario(path));
  const scenario = scenarioOf(draft, { choices: choicesOf(line.values('choose')), caseId: line.value('case') });
  const limit = wholeNumber(line, 'max-steps', 1);
  const maxSteps = until === null ? limit : Math.min(until, limit ?? until);
  return specOf(scenario, { seed: wholeNumber(line, 'seed', 0), maxSteps, extra: entriesOf(line.values('fault')) });
}

async function computed(spec: RunSpec): Promise<Trace> {
  try {
    return (await runInProcess(spec, null)).trace;
  } catch (error) {
    if (error instanceof RunFailure && error.problem.kind === 'scenario') throw new UsageError(error.message);
    throw error;
  } finally {
    await closeEngines();
  }
}

/** The run up to a step, as the reader asked: its later steps belong to the turn the limit let end. */
function cutAt(until: number | null, trace: Trace): Trace {
  const { end } = trace;
  if (until === null || end === null || trace.steps.length < until) return trace;
  if (trace.steps.length === until && end.kind !== 'step-limit') return trace;
  const steps = trace.steps.slice(0, until);
  const struck = end.struck.map((one) =>
    one.step !== null && one.step > until ? { ...one, struck: false, step: null } : one,
  );
  return {
    ...trace,
    steps,
    verdicts: trace.verdicts.filter(({ step }) => step <= until),
    end: { kind: 'until', at: steps.at(-1)?.at ?? START, struck },
  };
}

function printed(spec: RunSpec, trace: Trace, format: 'text' | 'report' | (typeof EXPORTS)[number]): string {
  switch (format) {
    case 'text':
      return `${printTrace(trace)}${endReport(trace)}`;
    case 'report':
      return `${JSON.stringify(runAsJson(spec, trace), null, 2)}\n`;
    case 'json':
      return `${JSON.stringify(trace)}\n`;
    case 'mermaid':
      return toMermaid(trace);
  }
}
