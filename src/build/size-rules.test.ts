import { expect, it } from 'vitest';
import { complaintAbout, type Manifest, weigh } from './size-rules.ts';

const KB = 1024;

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_react.js'], css: ['assets/index.css'] },
  '_react.js': { file: 'assets/react.js' },
  '_flow.js': { file: 'assets/flow.js', imports: ['_react.js'] },
  'src/app/gallery/open-file.ts': { file: 'assets/open-file.js', isDynamicEntry: true, imports: ['index.html'] },
  'src/app/panels/lanes/Lanes.tsx': { file: 'assets/lanes.js', isDynamicEntry: true, imports: ['index.html'] },
  'src/app/player/Player.tsx': {
    file: 'assets/player.js',
    isDynamicEntry: true,
    imports: ['index.html', '_flow.js'],
    css: ['assets/player.css'],
  },
};

const files = [
  ['assets/index.js', 50],
  ['assets/index.css', 10],
  ['assets/react.js', 60],
  ['assets/open-file.js', 110],
  ['assets/lanes.js', 5],
  ['assets/flow.js', 70],
  ['assets/player.js', 40],
  ['assets/player.css', 2],
  ['assets/worker/engine.js', 200],
  ['assets/worker/pglite.js', 40],
  ['assets/worker/opfs-ahp-x.js', 10],
  ['assets/pglite.wasm', 3_000],
  ['engines/postgres-template.tar.gz', 2_500],
].map(([path, kb]) => ({ path: String(path), gzipBytes: Number(kb) * KB }));

it('weighs what each part of the page makes a reader download, and counts nothing twice', () => {
  const weights = weigh(files, manifest).map(({ name, gzipBytes }) => [name, gzipBytes / KB]);

  expect(weights).toEqual([
    ['shell and gallery', 120],
    ['player', 117],
    ['engine worker, JavaScript', 240],
    ['PostgreSQL with its template', 5_500],
  ]);
});

it('complains about what is too heavy, and about a weight that finds nothing', () => {
  const weight = { name: 'player', budgetBytes: 200 * KB, files: [] };

  expect(complaintAbout({ ...weight, gzipBytes: 200 * KB })).toBeNull();
  expect(complaintAbout({ ...weight, gzipBytes: 200 * KB + 103 })).toBe(
    'player: 200.1 kB is over its budget of 200.0 kB',
  );
  expect(complaintAbout({ ...weight, gzipBytes: 0 })).toContain('no file found');
});
