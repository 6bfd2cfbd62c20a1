import type { DatabaseHappening } from '#sim/trace/happening.ts';
import { listChanges } from './changes.ts';
import type { Sentences } from './say.ts';

/** What databases do. A transaction commits locally: it speaks for one database and for nobody else. */
export const DATABASE_SENTENCES: Sentences<DatabaseHappening['kind']> = {
  'rows.read': ({ actor, tables, count }, { text, name, list }) =>
    text('rowsRead', { actor: name(actor), tables: list(tables), count }),
  'transaction.begun': ({ actor }, { text, name }) => text('transactionBegun', { actor: name(actor) }),
  'rows.changed': ({ actor, tx, changes }, say) => {
    const actorName = say.name(actor);
    if (changes.length === 0) return say.text('rowsUnmatched', { actor: actorName });
    const what = listChanges(changes, say);
    return say.text(tx === null ? 'rowsChangedAlone' : 'rowsChanged', { actor: actorName, what });
  },
  'statement.refused': ({ database, refusal }, { text, name }) =>
    text('statementRefused', { database: name(database), code: refusal.code, message: refusal.message }),
  'access.denied': ({ database, caller, refusal, by }, { text, name }) =>
    text(by === 'engine' ? 'accessDeniedByEngine' : 'accessDeniedByPort', {
      database: name(database),
      caller: name(caller),
      code: refusal.code,
      message: refusal.message,
    }),
  'transaction.committed': ({ actor, tables }, { text, name, list }) =>
    tables.length === 0
      ? text('transactionCommittedEmpty', { actor: name(actor) })
      : text('transactionCommitted', { actor: name(actor), tables: list(tables) }),
  'transaction.aborted': ({ actor, reason }, { text, name }) =>
    text('transactionAborted', { actor: name(actor), reason }),
  'migration.applied': ({ database, name: migration }, { text, name }) =>
    text('migrationApplied', { database: name(database), migration }),
  'database.crashed': ({ database }, { text, name }) => text('databaseCrashed', { database: name(database) }),
  'database.restarted': ({ database }, { text, name }) => text('databaseRestarted', { database: name(database) }),
};
