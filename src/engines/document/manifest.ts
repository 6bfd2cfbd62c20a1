import type { EngineManifest } from '#sim/kernel/engine-port.ts';

export const documentManifest: EngineManifest<'document'> = {
  kind: 'document',
  product: 'LokiJS 1.5',
  language: 'document',
  async start() {
    const { DocumentServer } = await import('./document-server.ts');
    return new DocumentServer(true);
  },
};
