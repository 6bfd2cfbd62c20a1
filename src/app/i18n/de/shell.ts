import type { messages as english } from '../en/shell.ts';
import type { Translation } from '../namespaces.ts';

export const messages: Translation<typeof english> = {
  brand: 'Sagascope',
  skip: { main: 'Zum Hauptteil', search: 'Zur Suche', transport: 'Zur Steuerung', story: 'Zur Erzählung' },
  nav: {
    label: 'Seite',
    home: 'Alle Szenarien',
    language: 'Sprache',
    theme: 'Farben',
    help: 'Tastenkürzel',
    settings: 'Einstellungen',
    palette: 'Befehle suchen',
  },
  theme: {
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
    contrast: 'Starker Kontrast',
    now: 'Farben: {{theme}}. Drücken für andere.',
  },
  language: { en: 'English', de: 'Deutsch', other: 'Read in English' },
  close: 'Schließen',
  loading: 'Wird geladen',
  settings: {
    title: 'Einstellungen',
    theme: 'Farben',
    language: 'Sprache',
    motion: 'Bewegung',
    motionSystem: 'Wie das System',
    motionFull: 'Voll',
    motionReduced: 'Reduziert',
    singleKeys: 'Einzelne Tasten',
    singleKeysHint: 'Tasten wie K, B oder ? tun für sich allein etwas. Tasten mit Strg oder Cmd immer.',
    announcements: 'Schritte ansagen',
    announcementsHint: 'Ein Bildschirmleser hört jeden erreichten Schritt, beim Abspielen nur die Abschnitte.',
    kept: 'Wird in diesem Browser gemerkt und nirgends sonst.',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    body: 'Die Adresse nennt nichts, was Sagascope kennt. Vielleicht wurde sie beim Kopieren abgeschnitten.',
    home: 'Zu allen Szenarien',
  },
  crash: {
    title: 'Dieser Teil der Seite ist stehen geblieben',
    body: 'Das ist unser Fehler, nicht deiner. Ein Lauf ist ein Wert, also geht nichts verloren: Die Adresse trägt ihn noch.',
    again: 'Noch einmal versuchen',
    home: 'Zu allen Szenarien',
    details: 'Was geschehen ist',
  },
  chunk: {
    title: 'Ein Teil der Seite ließ sich nicht laden',
    body: 'Vielleicht ist die Verbindung abgerissen, oder eine neuere Fassung steht inzwischen an dieser Stelle.',
    reload: 'Seite neu laden',
  },
  footer: { local: 'Alles läuft in dieser Seite. Nichts wird irgendwohin gesendet.' },
};
