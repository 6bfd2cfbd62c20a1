import { describe, expect, it } from 'vitest';
import { heavyAtStart, homelessIn, strayPackagesIn, trespassesIn } from './import-rules.ts';

const file = (path: string, text: string) => ({ path, text });

describe('who may import whom', () => {
  it.each([
    ['sim/projections/queues.ts', `import { Kernel } from '../kernel/kernel.ts';`, 'sim/kernel/kernel.ts'],
    ['sim/kernel/kernel.ts', `import { relay } from '../actors/relay.ts';`, 'sim/actors/relay.ts'],
    ['sim/model/ids.ts', `export * from '../trace/step.ts';`, 'sim/trace/step.ts'],
    ['sim/actors/relay.ts', `import '#engines/postgres/server.ts';`, 'engines/postgres/server.ts'],
    ['engines/sqlite/server.ts', `import type { Kernel } from '#sim/kernel/kernel.ts';`, 'sim/kernel/kernel.ts'],
    ['app/session/run.ts', `const kernel = await import('#sim/kernel/kernel.ts');`, 'sim/kernel/kernel.ts'],
    ['app/session/run.ts', `type Kernel = import('#sim/kernel/kernel.ts').Kernel;`, 'sim/kernel/kernel.ts'],
    ['app/gallery/Card.tsx', `import { createHost } from '#host/worker-host.ts';`, 'host/worker-host.ts'],
    ['app/ui/Button.tsx', `import { run } from '../session/run.ts';`, 'app/session/run.ts'],
    ['app/panels/data/DataPanel.tsx', `import { Row } from '../log/Row.tsx';`, 'app/panels/log/Row.tsx'],
    ['sim/broker/queue.ts', `import { aMessage } from '../testing/builders.ts';`, 'sim/testing/builders.ts'],
    ['host/run.ts', `import { steps } from './testing/steps.ts';`, 'host/testing/steps.ts'],
    ['host/run.ts', `new Worker(new URL('../app/run.worker.ts', import.meta.url));`, 'app/run.worker.ts'],
  ])('%s is caught at %s', (path, text, target) => {
    expect(trespassesIn([file(path, text)])).toEqual([`${path} may not import ${target}`]);
  });

  it.each([
    ['sim/trace/happening.ts', `import type { Refusal } from '../kernel/engine-port.ts';`],
    ['engines/sqlite/server.ts', `import type { EngineServer } from '#sim/kernel/engine-port.ts';`],
    ['app/panels/data/DataPanel.tsx', `import { tables } from '#sim/projections/tables.ts'; import './data.css';`],
    ['app/panels/data/DataPanel.tsx', `import { Row } from './Row.tsx';`],
    ['app/shell/App.tsx', `import { createHost } from '#host/worker-host.ts';`],
    ['sim/broker/queue.test.ts', `import { Kernel } from '../actors/relay.ts';`],
    ['sim/model/ids.ts', `// import { Kernel } from '../kernel/kernel.ts';`],
    ['sim/model/ids.ts', `const text = "import x from '../kernel/kernel.ts'";`],
  ])('%s may do what it does', (path, text) => {
    expect(trespassesIn([file(path, text)])).toEqual([]);
  });

  it('wants a room for every file', () => {
    const sources = [
      file('sim/kernel/kernel.ts', ''),
      file('sim/shared/thing.ts', ''),
      file('architecture.test.ts', ''),
    ];

    expect(homelessIn(sources, ['architecture.test.ts'])).toEqual(['sim/shared/thing.ts']);
  });
});

describe('packages', () => {
  it('stay where they are at home', () => {
    const sources = [
      file('engines/postgres/server.ts', `import { PGlite } from '@electric-sql/pglite';`),
      file('app/panels/data/DataPanel.tsx', `import { PGlite } from '@electric-sql/pglite/worker';`),
      file('sim/trace/print.ts', `import { readFileSync } from 'node:fs';`),
      file('app/shell/App.tsx', `import { Button } from 'react-aria-components/Button';`),
    ];

    expect(strayPackagesIn(sources)).toEqual([
      'app/panels/data/DataPanel.tsx may not import the package @electric-sql/pglite/worker',
      'sim/trace/print.ts may not import the package node:fs',
      'app/shell/App.tsx may not import the package react-aria-components/Button',
    ]);
  });

  it('that are heavy are found however long the way to them is', () => {
    const sources = [
      file('main.tsx', `import { App } from './app/shell/App.tsx';`),
      file('app/shell/App.tsx', `import { check } from '#sim/scenario/check.ts';`),
      file('sim/scenario/check.ts', `import { parseDocument } from 'yaml';`),
    ];

    expect(heavyAtStart(sources, 'main.tsx')).toEqual(['main.tsx > app/shell/App.tsx > sim/scenario/check.ts > yaml']);
  });

  it('may be loaded later, and known by type', () => {
    const sources = [
      file(
        'main.tsx',
        `import type { Document } from 'yaml'; import('./player.ts'); import { type Schema } from 'zod';`,
      ),
      file('player.ts', `import { ReactFlow } from '@xyflow/react';`),
    ];

    expect(heavyAtStart(sources, 'main.tsx')).toEqual([]);
  });
});
