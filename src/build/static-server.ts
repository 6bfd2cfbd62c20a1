import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export interface StaticSite {
  /** Where the site is: `http://127.0.0.1:4173/some/sub/path/`. */
  readonly address: string;
  close(): Promise<void>;
}

export interface SiteSettings {
  readonly folder: string;
  /** The path the site stands under, with a slash at both ends. */
  readonly prefix: string;
  /** Zero takes any free port. */
  readonly port: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.wasm': 'application/wasm',
};

const ANY_BYTES = 'application/octet-stream';

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${String(status)}\n`);
}

/** The file an address names, or null when it names none inside the site. */
function fileFor(url: string, { folder, prefix }: SiteSettings): string | null {
  const path = decodeURIComponent(new URL(url, 'http://site').pathname);
  if (!path.startsWith(prefix)) return null;
  const file = normalize(join(folder, path.slice(prefix.length) || 'index.html'));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}

async function answer(url: string, settings: SiteSettings, response: ServerResponse): Promise<void> {
  const file = fileFor(url, settings);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || found === null || !found.isFile()) {
    refuse(response, 404);
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? ANY_BYTES, 'content-length': found.size });
  createReadStream(file).pipe(response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves a folder as any static host does: the right types, and 404 for what is not there instead of the start page,
 * because an engine that receives a page for its bytes fails in ways nobody can read.
 */
export async function serveSite(settings: SiteSettings): Promise<StaticSite> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', settings, response).catch(() => {
      refuse(response, 400);
    });
  });
  const port = await listen(server, settings.port);
  return {
    address: `http://127.0.0.1:${String(port)}${settings.prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
