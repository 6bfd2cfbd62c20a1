import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveSite, type StaticSite } from './static-server.ts';

const DIST = join(import.meta.dirname, '..', '..', 'dist');
const FIRST_PORT = 4173;
const PORTS_TO_TRY = 20;

const isTaken = (problem: unknown) => problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE';

/** The port asked for, or the first free one from the usual one on. */
async function serveSomewhere(): Promise<StaticSite> {
  const asked = Number(process.env['PORT'] ?? Number.NaN);
  const ports = Number.isInteger(asked) ? [asked] : Array.from({ length: PORTS_TO_TRY }, (_, n) => FIRST_PORT + n);
  for (const port of ports) {
    try {
      return await serveSite({ folder: DIST, prefix: '/', port });
    } catch (problem) {
      if (!isTaken(problem)) throw problem;
    }
  }
  throw new Error(`No free port: tried ${ports.join(', ')}. Set PORT to another one.`);
}

if (!existsSync(join(DIST, 'index.html'))) {
  console.error('There is no built page yet. Run "npm run build" first, or "npm start" for both.');
  process.exit(1);
}
const site = await serveSomewhere();
console.log(`\n  Sagascope is at ${site.address}\n  Ctrl+C ends it.\n`);
