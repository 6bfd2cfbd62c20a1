import type { EngineManifest } from '#sim/kernel/engine-port.ts';

/** The same documents, kept in the service's own memory: a crash loses them. */
export const memoryManifest: EngineManifest<'memory'> = {
  kind: 'memory',
  product: 'In memory',
  language: 'document',
  async start() {
    const { DocumentServer } = await import('../document/document-server.ts');
    return new DocumentServer(false);
  },
};
