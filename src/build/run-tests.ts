import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ALL_STAGES, FAST_STAGES, REPORTS, type Stage } from './stages.ts';
import { add, NOTHING, ONE_FAILED, sentence, type Tally, tallyOfStage } from './tally.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PATH = [join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);

function endsWell({ command, environment = {} }: Stage): Promise<boolean> {
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH, ...environment } });
  return new Promise((resolve) => {
    child.on('error', () => {
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}

async function runStage(stage: Stage): Promise<Tally> {
  console.log(`\n── ${stage.name}`);
  const started = performance.now();
  const well = await endsWell(stage);
  const tally = tallyOfStage(well, stage.report?.() ?? null);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`   ${stage.name}: ${sentence(tally)} (${seconds} s)`);
  return tally;
}

/** Runs every stage even when one fails, so that one run tells all; only what a failed stage was to provide is not tried. */
async function runStages(stages: readonly Stage[]): Promise<Tally> {
  const failed = new Set<string>();
  let sum = NOTHING;
  for (const stage of stages) {
    const isPointless = stage.after !== undefined && failed.has(stage.after);
    if (isPointless) console.log(`\n── ${stage.name}: not run, because of "${stage.after ?? ''}"`);
    const tally = isPointless ? ONE_FAILED : await runStage(stage);
    if (tally.failed > 0) failed.add(stage.name);
    sum = add(sum, tally);
  }
  if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(' · ')}`);
  return sum;
}

mkdirSync(join(ROOT, '.cache'), { recursive: true });
for (const report of REPORTS) rmSync(join(ROOT, report), { force: true });

const sum = await runStages(process.argv.includes('--fast') ? FAST_STAGES : ALL_STAGES);
console.log(`\n${sentence(sum)}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
