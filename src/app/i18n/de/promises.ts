import type { messages as english } from '../en/promises.ts';
import type { Translation } from '../namespaces.ts';

export const messages: Translation<typeof english> = {
  'outbox-drained': {
    title: 'Outbox geleert',
    says: 'Jede Nachricht in einer Outbox ist veröffentlicht.',
  },
  'no-ghost': {
    title: 'Keine Geisternachricht',
    says: 'Keine Nachricht erzählt von etwas, das nie festgeschrieben wurde.',
  },
  'no-zombie': {
    title: 'Kein Zombie-Datensatz',
    says: 'Was festgeschrieben wurde und weitergesagt werden soll, ist weitergesagt.',
  },
  'effectively-once': {
    title: 'Im Ergebnis einmal',
    says: 'Jeder Consumer wendet jede Nachricht einmal an, wie oft sie auch zugestellt wird.',
  },
  'message-accounting': {
    title: 'Nachrichten gezählt',
    says: 'Über jede Nachricht in einer Queue ist Buch geführt, und keine wird quittiert, ohne bearbeitet zu sein.',
  },
  'per-key-order': {
    title: 'Reihenfolge je Schlüssel',
    says: 'Jeder Consumer nimmt die Nachrichten über eine Sache in der Reihenfolge, in der sie entstanden sind.',
  },
  encapsulation: {
    title: 'Kapselung',
    says: 'Kein Service liest oder schreibt die Daten eines anderen in dessen Datenbank.',
  },
  causality: {
    title: 'Kausalität',
    says: 'Jede Nachricht nennt eine frühere Ursache und bleibt in ihrem Geschäftsvorgang und in ihrem Trace.',
  },
  'version-monotone': {
    title: 'Versionen zählen hoch',
    says: 'Jede Änderung einer Zeile mit Version zählt die Version um eins hoch.',
  },
  'migrations-sane': {
    title: 'Migrationen in Ordnung',
    says: 'Keine Migration ist gescheitert, und jede Datenbank hat die Migrationen der laufenden Version.',
  },
  'no-silent-drop': {
    title: 'Kein stiller Verlust',
    says: 'Keine Nachricht verschwindet, weil nichts gebunden war, sie zu nehmen.',
  },
  'dead-letters-empty': {
    title: 'Keine Dead Letters',
    says: 'Keine Nachricht wartet in einer Dead-Letter-Queue auf einen Menschen.',
  },
};
