import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuiltFile, complaintAbout, inKb, type Manifest, weigh } from './size-rules.ts';

const DIST = join(import.meta.dirname, '..', '..', 'dist');

function builtFiles(): readonly BuiltFile[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(DIST, path)).isFile())
    .map((path) => ({
      path: path.split(sep).join('/'),
      gzipBytes: gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length,
    }));
}

const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8')) as Manifest;
const weights = weigh(builtFiles(), manifest);
const complaints = weights.map(complaintAbout).filter((complaint) => complaint !== null);

for (const { name, gzipBytes, budgetBytes, files } of weights) {
  console.log(`${name}: ${inKb(gzipBytes)} of ${inKb(budgetBytes)} gzipped`);
  if (process.argv.includes('--files')) console.log(files.map((file) => `  ${file}`).join('\n'));
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
