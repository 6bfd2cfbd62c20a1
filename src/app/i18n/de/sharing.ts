import type { messages as english } from '../en/sharing.ts';
import type { Translation } from '../namespaces.ts';

export const messages: Translation<typeof english> = {
  title: 'Diesen Lauf teilen',
  intro:
    'Die Adresse trägt den ganzen Lauf: Szenario, Entwurf, Startwert, deine Änderungen und den Schritt, an dem du stehst.',
  link: 'Link',
  copy: 'Link kopieren',
  copied: 'Kopiert.',
  select: 'Kopieren ist hier nicht erlaubt. Der Link ist markiert: Strg+C oder Cmd+C drücken.',
  length: '{{length}} Zeichen',
  long: 'Dieser Link ist lang, und manche Programme kürzen lange Links. Eine Datei ist sicherer.',
  download: 'Als Datei herunterladen',
  badge: 'aus einem geteilten Link',
  badgeHint:
    'Dieser Lauf kam mit der Adresse, nicht aus diesem Browser. Nichts darin wird ausgeführt; es wird als Daten gelesen.',
  trouble_one: 'Ein Teil dieses Links war nicht zu gebrauchen',
  trouble_other: '{{count}} Teile dieses Links waren nicht zu gebrauchen',
  nothing: 'Dieser Link ist nicht zu gebrauchen',
  nearest: 'Du siehst den nächstliegenden Lauf, der sich zeigen lässt.',
  home: 'Zu allen Szenarien',
  problem: {
    'too-long': 'Der Link ist länger als jeder, den Sagascope macht.',
    'unknown-address': 'Die Adresse nennt kein Szenario.',
    'newer-version':
      'Der Link stammt von einem neueren Sagascope (Fassung {{what}}), darum öffnet sich nur das Szenario.',
    choice: 'Das Szenario hat keine Wahl {{what}}, also bleibt es bei der Vorgabe.',
    case: 'Das Szenario hat keinen Fall {{what}}, also siehst du den einfachen Lauf.',
    seed: 'Der Startwert {{what}} ist keine brauchbare ganze Zahl, also gilt der übliche.',
    plan: 'Der Planeintrag {{what}} bleibt weg. {{detail}}',
    'plan-too-long': 'Der Plan hat {{what}} Einträge; die ersten bleiben.',
    cursor: 'Der Lauf hat keinen Schritt {{what}}, also siehst du den nächstliegenden.',
    draft: 'Das Szenario im Link ist beschädigt und lässt sich nicht öffnen.',
    'draft-too-large': 'Das Szenario im Link ist größer als 512 kB und wird nicht geöffnet.',
    'unknown-scenario': 'Hier heißt kein Szenario {{what}}.',
  },
};
