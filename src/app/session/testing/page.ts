import { Window } from 'happy-dom';
import { populateGlobal } from 'vitest/runtime';

/**
 * Puts a page into the process of a test, whose modules stay Node's: panels are drawn of runs that the real engines
 * compute beside them. To be imported before anything that draws.
 */
const page = new Window({ url: 'http://localhost:3000' });
populateGlobal(globalThis, page, { bindFunctions: true });
