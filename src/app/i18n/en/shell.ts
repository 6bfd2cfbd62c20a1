declare module '../namespaces.ts' {
  interface Namespaces {
    shell: typeof messages;
  }
}

export const messages = {
  brand: 'Sagascope',
  skip: {
    main: 'Skip to the main part',
    search: 'Skip to the search',
    transport: 'Skip to the transport',
    story: 'Skip to the story',
  },
  nav: {
    label: 'Page',
    home: 'All scenarios',
    language: 'Language',
    theme: 'Theme',
    help: 'Keyboard shortcuts',
    settings: 'Settings',
    palette: 'Command palette',
  },
  theme: {
    system: 'Like the system',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
    now: 'Theme: {{theme}}. Press for another.',
  },
  language: { en: 'English', de: 'Deutsch', other: 'Auf Deutsch lesen' },
  close: 'Close',
  loading: 'Loading',
  settings: {
    title: 'Settings',
    theme: 'Theme',
    language: 'Language',
    motion: 'Motion',
    motionSystem: 'Like the system',
    motionFull: 'Full',
    motionReduced: 'Reduced',
    singleKeys: 'Single keys',
    singleKeysHint: 'Keys such as K, B or ? do something by themselves. Keys with Ctrl or Cmd always do.',
    announcements: 'Speak the steps',
    announcementsHint: 'A screen reader hears each step as it is reached, and only the beats while playing.',
    kept: 'Kept in this browser, and nowhere else.',
  },
  notFound: {
    title: 'There is no such page',
    body: 'The address names nothing that Sagascope knows. It may have been cut short when it was copied.',
    home: 'To all scenarios',
  },
  crash: {
    title: 'This part of the page stopped',
    body: 'It is our mistake, not yours. A run is a value, so nothing of it is lost: the address still carries it.',
    again: 'Try again',
    home: 'To all scenarios',
    details: 'What happened',
  },
  chunk: {
    title: 'A part of the page could not be loaded',
    body: 'The connection may have dropped, or a newer version has been put in place of this one.',
    reload: 'Load the page again',
  },
  footer: { local: 'Everything runs in this page. Nothing is sent anywhere.' },
} as const;
