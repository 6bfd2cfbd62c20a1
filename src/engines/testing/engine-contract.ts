import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EngineManifest, LoadProgress } from '#sim/kernel/engine-port.ts';
import { type Bench, benchFor, openSeeded } from './bench.ts';
import { DIALECTS } from './dialect.ts';
import {
  promisesOfTransactions,
  promisesOfChanges,
  promisesOfRefusals,
  promisesOfOwnership,
  promisesOfContents,
  promisesOfLife,
} from './promises.ts';
import {
  promisesOfMigrations,
  promisesOfNewShapes,
  promisesOfKeys,
  promisesOfTheEnd,
  promisesOfTheSession,
} from './sql-promises.ts';

const PROMISES = [
  promisesOfTransactions,
  promisesOfChanges,
  promisesOfRefusals,
  promisesOfOwnership,
  promisesOfContents,
  promisesOfLife,
];
const SQL_PROMISES = [
  promisesOfMigrations,
  promisesOfNewShapes,
  promisesOfKeys,
  promisesOfTheEnd,
  promisesOfTheSession,
];

/** The promises every engine keeps. An engine is done when this passes, in Node and in the browser. */
export function keepsTheEngineContract(manifest: EngineManifest): void {
  const say = DIALECTS[manifest.kind];

  describe(`${manifest.product} (${manifest.kind}) keeps the engine contract`, () => {
    const bench = {} as Bench;
    const heard: LoadProgress[] = [];

    beforeAll(async () => {
      const server = await manifest.start((progress) => heard.push(progress));
      Object.assign(bench, benchFor(say, server, await openSeeded(server, say.spec)));
      await server.reset();
    });
    afterAll(() => bench.server.close());
    beforeEach(async () => {
      bench.database = await openSeeded(bench.server, say.spec);
    });
    afterEach(() => bench.server.reset());

    it('tells how much of it is loaded, up to all of it', () => {
      for (const { engine, loadedBytes, totalBytes } of heard) {
        expect(engine).toBe(manifest.kind);
        expect(loadedBytes).toBeLessThanOrEqual(totalBytes);
      }
      const last = heard.at(-1);
      expect(last?.loadedBytes).toBe(last?.totalBytes);
    });

    const kept = manifest.language === 'sql' ? [...PROMISES, ...SQL_PROMISES] : PROMISES;
    for (const promisesOf of kept) promisesOf(bench);
  });
}
