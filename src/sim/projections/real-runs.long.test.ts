import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { draftOf, NO_WISHES, scenarioOf, specOf } from '../../cli/prepare-run.ts';
import { openScenario } from '../../cli/scenario-files.ts';
import { nodeEngines } from '../../engines/node.ts';
import { EnginePool } from '../../host/engine-pool.ts';
import type { Database, EngineKind, EngineServer } from '../kernel/engine-port.ts';
import type { RunSpec } from '../scenario/run-spec.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import { calls } from './calls.ts';
import { components } from './components.ts';
import { handlerPosition } from './handler-position.ts';
import { messages } from './messages.ts';
import { moving } from './moving.ts';
import { project, type Projection } from './projection.ts';
import { queues } from './queues.ts';
import { committedRows, tables } from './tables.ts';
import { Timeline } from './timeline.ts';

const SHELF = join(import.meta.dirname, '../../../scenarios');
const EVERY = [tables, components, queues, messages, handlerPosition, calls, moving] as readonly Projection<unknown>[];

const pool = new EnginePool(nodeEngines(), () => undefined);
afterAll(() => pool.close());

/** A run on the real engines, and the databases it leaves behind. */
async function run(spec: RunSpec): Promise<{ opening: Opening; steps: Step[]; databases: Database[] }> {
  const databases: Database[] = [];
  const steps: Step[] = [];
  const told: Opening[] = [];
  const server = async (kind: EngineKind): Promise<EngineServer> => {
    const real = await pool.server(kind);
    return {
      open: async (wanted) => {
        const database = await real.open(wanted);
        databases.push(database);
        return database;
      },
      reset: () => real.reset(),
      close: () => real.close(),
    };
  };
  const ended = await simulate(
    spec,
    { manifest: (kind) => pool.manifest(kind), server },
    {
      onOpening: (opening) => void told.push(opening),
      onSteps: (more) => void steps.push(...more),
      pause: () => Promise.resolve(false),
    },
  );
  const [opening] = told;
  if (!ended.ok || opening === undefined) throw new Error('a scenario that comes with the product can be opened');
  return { opening, steps, databases };
}

const folders = readdirSync(SHELF).filter((name) => existsSync(join(SHELF, name, 'scenario.yaml')));

describe.each(folders)('%s', (name) => {
  const draft = draftOf(openScenario(join(SHELF, name)));
  const cases = [null, ...Object.keys(scenarioOf(draft, { choices: {}, caseId: null }).cases)];

  it.each(cases)(
    'run %s: folds to the very rows the databases hold, and reads the same by any route',
    async (caseId) => {
      const scenario = scenarioOf(draft, { choices: {}, caseId });
      const { opening, steps, databases } = await run(specOf(scenario, NO_WISHES));

      const folded = project(tables, opening, steps);
      for (const database of databases) {
        const held = await database.snapshot();
        const view = folded.find(({ id }) => id === database.spec.id);
        expect((view?.tables ?? []).map((table) => [table.name, committedRows(table)])).toEqual(
          held.map(({ name: table, rows }) => [table, rows]),
        );
        // Documents have no columns of their own: an engine names those it happens to see.
        if (['postgres', 'sqlite'].includes(database.spec.engine)) {
          expect(view?.tables.map(({ columns }) => columns)).toEqual(held.map(({ columns }) => columns));
        }
        expect(view?.open).toEqual([]);
      }

      for (const projection of EVERY) {
        fc.assert(
          fc.property(fc.array(fc.nat(steps.length), { minLength: 1, maxLength: 5 }), (cursors) => {
            const timeline = new Timeline(projection, opening, 8);
            for (const cursor of cursors) {
              expect(timeline.at(cursor, steps)).toEqual(project(projection, opening, steps.slice(0, cursor)));
            }
          }),
          { numRuns: 12 },
        );
      }
    },
  );
});
