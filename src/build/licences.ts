import { join } from 'node:path';
import { init, type ModuleInfos } from 'license-checker-rseidelsohn';
import { isPermissive } from './permissive.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Every package that reaches a reader, with what its licence says. */
function shippedPackages(): Promise<ModuleInfos> {
  return new Promise((resolve, reject) => {
    init({ start: ROOT, production: true, excludePrivatePackages: true }, (problem, packages) => {
      if (problem instanceof Error) reject(problem);
      else resolve(packages);
    });
  });
}

const packages = Object.entries(await shippedPackages());
const refused = packages
  .map(([name, { licenses = 'none' }]) => ({ name, licence: [licenses].flat().join(' AND ') }))
  .filter(({ licence }) => !isPermissive(licence));

for (const { name, licence } of refused)
  console.error(`${name} is under ${licence}, which is not a permissive licence.`);
if (packages.length === 0) console.error('No package was found to check.');
console.log(`${packages.length - refused.length} of ${packages.length} shipped packages have a permissive licence.`);
process.exitCode = refused.length > 0 || packages.length === 0 ? 1 : 0;
