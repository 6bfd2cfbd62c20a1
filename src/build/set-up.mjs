// Runs before every npm script, also in a fresh clone with no packages in it: nothing but Node itself may be imported here.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = [20, 20];

/** How each system's package manager installs Chromium. */
const PACKAGE_MANAGERS = [
  { needs: 'apt-get', steps: ['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium'] },
  { needs: 'dnf', steps: ['dnf install -y -q chromium'] },
  { needs: 'apk', steps: ['apk add --no-progress chromium'] },
];

/**
 * Speaks on standard error, so that the output of the script that follows stays clean.
 *
 * @param {string} sentence
 */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}

/**
 * @param {string} command
 * @returns {boolean} whether it ended well
 */
function run(command) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, { cwd: ROOT, shell: true, stdio: ['ignore', 2, 2], env: environment }).status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  const newEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (!newEnough) giveUp(`Sagascope needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * @param {string} path
 * @returns {Packages} none when the file is missing or broken
 */
function packagesIn(path) {
  try {
    const lock = /** @type {{ packages?: Packages }} */ (JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
    return lock.packages ?? {};
  } catch {
    return {};
  }
}

/** Compares what is installed with what is locked, by version: file times lie after a clone or a copy. */
function packagesAreInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional === true && installed[path] === undefined),
  );
}

function installPackages() {
  if (packagesAreInstalled()) return;
  say('Installing packages …');
  if (!run('npm ci --include=dev --no-fund --no-audit --loglevel=error')) giveUp('npm ci failed; its words are above.');
}

/** @param {string} program */
const isOnPath = (program) => spawnSync(`command -v ${program}`, { shell: true }).status === 0;

function installChromium() {
  if (findChromium() !== undefined) return;
  const manager = PACKAGE_MANAGERS.find(({ needs }) => isOnPath(needs));
  if (manager !== undefined && process.getuid?.() === 0) {
    say(`Installing Chromium with ${manager.needs} …`);
    if (manager.steps.every(run) && findChromium() !== undefined) return;
  }
  giveUp(
    'The tests need a Chromium and found none: install the package chromium, or run "npx playwright install --with-deps chromium", or set CHROMIUM_PATH to one.',
  );
}

checkNode();
installPackages();
if (process.argv.includes('--chromium')) installChromium();
