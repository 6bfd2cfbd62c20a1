declare module '../namespaces.ts' {
  interface Namespaces {
    sharing: typeof messages;
  }
}

export const messages = {
  title: 'Share this run',
  intro:
    'The address carries the whole run: the scenario, the design, the seed, what you changed, and the step you are at.',
  link: 'Link',
  copy: 'Copy the link',
  copied: 'Copied.',
  select: 'Copying is not allowed here. The link is selected: press Ctrl+C or Cmd+C.',
  length: '{{length}} characters',
  long: 'This link is long, and some programs cut long links. A file is safer.',
  download: 'Download as a file',
  badge: 'from a shared link',
  badgeHint: 'This run came with the address, not from this browser. Nothing in it is executed; it is read as data.',
  trouble_one: 'One part of this link could not be used',
  trouble_other: '{{count}} parts of this link could not be used',
  nothing: 'This link cannot be used',
  nearest: 'What you see is the nearest run that can be shown.',
  home: 'To all scenarios',
  problem: {
    'too-long': 'The link is longer than any that Sagascope makes.',
    'unknown-address': 'The address names no scenario.',
    'newer-version': 'The link was made by a newer Sagascope (version {{what}}), so only the scenario is opened.',
    choice: 'The scenario has no choice {{what}}, so its default is kept.',
    case: 'The scenario has no case {{what}}, so the plain run is shown.',
    seed: 'The seed {{what}} is no whole number that can be used, so the usual one is taken.',
    plan: 'The plan entry {{what}} is left out. {{detail}}',
    'plan-too-long': 'The plan has {{what}} entries; the first ones are kept.',
    cursor: 'The run has no step {{what}}, so the nearest one is shown.',
    draft: 'The scenario inside the link is damaged, so it cannot be opened.',
    'draft-too-large': 'The scenario inside the link is larger than 512 kB, so it is not opened.',
    'unknown-scenario': 'No scenario here is called {{what}}.',
  },
} as const;
