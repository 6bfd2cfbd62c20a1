/** Starts the story's engines in a worker and says when they are up: what any page that uses them has to wait for. */
const worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' });
worker.onmessage = () => {
  document.documentElement.dataset['engines'] = 'started';
};
