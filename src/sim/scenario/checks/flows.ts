import { isMap } from '../../model/json.ts';
import type { Cursor } from '../decode/cursor.ts';

/**
 * What the parts of a file that come later name: handlers that flows run, messages they send. Nothing here judges them; it only
 * keeps the checks from calling them unknown or unused.
 */
export interface LaterFacts {
  /** `service handler`. */
  readonly handlers: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Ids of shared databases, which are addressed like services. */
  readonly sharedDatabases: ReadonlySet<string>;
}

export function laterFacts(file: Cursor): LaterFacts {
  const handlers = new Set<string>();
  const messages = new Set<string>();
  const flows = isMap(file.key('flows').value) ? file.key('flows').entries() : [];
  for (const [, flow] of flows) {
    for (const step of flow.key('steps').items()) {
      const at = step.key('at').said ?? '';
      for (const key of ['do', 'undo']) {
        const { value } = step.key(key);
        if (typeof value === 'string') handlers.add(`${at} ${value}`);
      }
      for (const key of ['do', 'undo', 'done', 'refused', 'undone']) {
        const { value } = step.key(key);
        if (typeof value === 'string') messages.add(value);
      }
    }
  }
  return {
    handlers,
    messages,
    names: new Set(flows.map(([id]) => id)),
    sharedDatabases: new Set(file.key('databases').keys()),
  };
}
