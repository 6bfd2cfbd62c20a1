const ENGINE_PORT = 'sim/kernel/engine-port.ts';
/** What a lesson file is read into. */
const LESSON = 'sim/lessons/lesson.ts';
const HOST_INTERFACE = 'host/run-host.ts';

/** What the page may know of the simulation: the run as a value, its trace and what is read from it. */
const RUN_AS_DATA = [
  'sim/model',
  'sim/trace',
  'sim/scenario',
  'sim/projections',
  'sim/export',
  'sim/lessons',
  ENGINE_PORT,
];

/** What every feature of the page stands on. */
const PAGE_BASE = [
  ...RUN_AS_DATA,
  HOST_INTERFACE,
  'app/ui',
  'app/i18n',
  'app/stores',
  'app/commands',
  'app/frame',
  'app/catalogue',
  'app/session',
];

/**
 * Who may import whom, by room: other rooms, or single files of them. A room may always import itself, and a folder
 * that is not in this table may not exist.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'sim/model': [],
  'sim/trace': ['sim/model', ENGINE_PORT],
  'sim/scenario': ['sim/model', 'sim/trace', ENGINE_PORT, LESSON],
  'sim/kernel': ['sim/model', 'sim/trace'],
  'sim/broker': ['sim/model', 'sim/trace', 'sim/kernel'],
  'sim/actors': ['sim/model', 'sim/trace', 'sim/scenario', 'sim/kernel', 'sim/broker'],
  'sim/faults': ['sim/model', 'sim/trace', 'sim/scenario', 'sim/kernel', 'sim/actors'],
  'sim/promises': ['sim/model', 'sim/trace', 'sim/scenario', 'sim/projections/key-order.ts', ENGINE_PORT],
  'sim/projections': ['sim/model', 'sim/trace', ENGINE_PORT],
  'sim/export': ['sim/model', 'sim/trace', 'sim/scenario', 'sim/projections'],
  'sim/lessons': ['sim/model', 'sim/trace', 'sim/scenario', 'sim/projections'],
  'sim/simulation': [
    'sim/model',
    'sim/trace',
    'sim/scenario',
    'sim/kernel',
    'sim/broker',
    'sim/actors',
    'sim/faults',
    'sim/promises',
  ],
  engines: ['sim/model', 'sim/trace', ENGINE_PORT],
  host: ['sim', 'engines'],
  cli: ['sim', 'engines', 'host'],
  build: ['sim', 'engines', 'host', 'app/catalogue'],
  'app/ui': ['sim/model', 'app/i18n'],
  'app/i18n': ['app/stores'],
  'app/stores': RUN_AS_DATA,
  'app/commands': ['app/ui', 'app/i18n', 'app/stores', 'app/catalogue'],
  'app/frame': ['app/ui', 'app/i18n', 'app/stores', 'app/commands'],
  'app/catalogue': RUN_AS_DATA,
  'app/session': [...RUN_AS_DATA, HOST_INTERFACE, 'app/ui', 'app/stores', 'app/catalogue'],
  'app/sharing': PAGE_BASE,
  'app/lessons': PAGE_BASE,
  'app/gallery': [...PAGE_BASE, 'app/sharing', 'app/lessons'],
  'app/panels': PAGE_BASE,
  'app/player': [...PAGE_BASE, 'app/sharing', 'app/lessons', 'app/panels'],
  'app/shell': [...PAGE_BASE, 'app/sharing', 'app/lessons', 'app/gallery', 'app/player', 'host/worker-host.ts'],
  'main.tsx': ['sim/model', 'app', 'host'],
};

/** Packages only one place may know. Everything else that is installed may be imported where it is useful. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  '@electric-sql/pglite': ['engines', 'build'],
  lokijs: ['engines'],
  mingo: ['engines'],
  'sql.js': ['engines'],
  '@marcbachmann/cel-js': ['sim/scenario'],
  'pure-rand': ['sim/kernel'],
  'react-aria-components': ['app/ui'],
  react: ['app', 'main.tsx'],
  'react-dom': ['app', 'main.tsx'],
  zustand: ['app'],
  'node:': ['engines', 'host', 'cli', 'build'],
};

/** Too heavy for the first paint: what the page reaches from its start without being asked may not hold one of these. */
export const NOT_AT_FIRST_PAINT = [
  '@electric-sql/pglite',
  '@marcbachmann/cel-js',
  '@xyflow/react',
  'lokijs',
  'mingo',
  'sql.js',
  'yaml',
  'zod',
];

/** Folders of `app/panels`, each a room of its own that no other panel may import. */
export const PANELS = 'app/panels';
