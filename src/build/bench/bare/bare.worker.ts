import { browserEngines } from '#engines/browser.ts';

const OF_THE_STORY = ['postgres', 'sqlite', 'document'];

for (const manifest of browserEngines())
  if (OF_THE_STORY.includes(manifest.kind)) await manifest.start(() => undefined);
self.postMessage('started');
