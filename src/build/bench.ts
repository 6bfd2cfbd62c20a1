import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { launch } from './bench/page.ts';
import { sectionsInChromium } from './bench/in-chromium.ts';
import { sectionsInNode } from './bench/in-node.ts';
import { reportOf } from './bench/report.ts';
import { pagePlugins } from './page-plugins.ts';
import { serveSite } from './static-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DIST = join(ROOT, 'dist');
const REPORT = join(ROOT, 'docs', 'benchmarks.md');

if (!existsSync(join(DIST, 'index.html'))) {
  console.error('There is no built page yet. Run "npm run build" first.');
  process.exit(1);
}

const bareDist = mkdtempSync(join(tmpdir(), 'sagascope-bare-'));
await build({
  root: join(import.meta.dirname, 'bench', 'bare'),
  configFile: false,
  base: './',
  logLevel: 'error',
  plugins: pagePlugins(),
  worker: { format: 'es', plugins: pagePlugins },
  build: { outDir: bareDist, target: 'es2022', emptyOutDir: true },
});

const [site, bare] = [
  await serveSite({ folder: DIST, prefix: '/', port: 0 }),
  await serveSite({ folder: bareDist, prefix: '/', port: 0 }),
];
const browser = await launch();
try {
  const inNode = await sectionsInNode();
  const inChromium = await sectionsInChromium(browser, site, bare);
  const sections = [...inNode, ...inChromium];
  writeFileSync(REPORT, reportOf(sections, `Chromium ${browser.version()}`));
  for (const { title, findings } of sections)
    for (const { what, measured, promised, isKept } of findings)
      console.log(`${title}: ${what}: ${measured} (${promised}) ${isKept ? '' : 'NOT KEPT'}`);
} finally {
  await browser.close();
  await site.close();
  await bare.close();
  rmSync(bareDist, { recursive: true });
}
