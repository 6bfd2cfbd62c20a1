declare module '../namespaces.ts' {
  interface Namespaces {
    stage: typeof messages;
  }
}

export const messages = {
  topology: 'Topology',
  client: {
    role: 'client',
    idle: 'idle',
    waiting: 'waiting',
    answered: 'answered',
    failed: 'failed',
    unknown: 'unknown',
  },
  instance: { idle: 'idle', active: 'active', waiting: 'waiting', crashed: 'crashed', restarted: 'restarted' },
  work: { api: 'API', consumer: 'consumer', nothing: 'process' },
  relay: { name: 'outbox relay', idle: 'idle', publishing: 'publishing, {{count}} left', crashed: 'crashed' },
  database: { up: 'up', down: 'down', none: 'keeps no data' },
  tag: { real: 'real', standsFor: 'stands for {{other}}', emulated: 'emulated' },
  rows: {
    none: 'no rows yet',
    noDocuments: 'no documents yet',
    ofMore_one: '{{count}} row',
    ofMore_other: '{{count}} rows',
    pending: 'Not committed yet',
  },
  broker: { title: 'Message broker', exchange: 'exchange', noMessage: 'no message yet' },
  queue: {
    total: 'total',
    ready: 'ready',
    unacked: 'unacked',
    dead: 'dead',
    tries_one: '{{count}} try',
    tries_other: '{{count}} tries',
  },
  wire: {
    never: 'never published',
    call: '{{from}} asks {{to}}: {{label}}',
    publish: '{{from}} publishes to {{to}}: {{label}}',
    deliver: '{{from}} delivers to {{to}}',
    'dead-letter': '{{from}} hands dead letters to {{to}}',
    reach: '{{from}} reaches into the database of {{to}}',
  },
  flag: { because: 'because of step {{step}}', again: '{{label}}, again' },
  zoom: { label: 'Zoom', in: 'Closer', out: 'Further away', fit: 'Show all of it' },
  list: {
    label: 'Topology as a list',
    clients: 'Clients',
    services: 'Services and their databases',
    queues: 'Queues',
    wires: 'Ways between them',
    table_one: '{{name}} {{count}} row',
    table_other: '{{name}} {{count}} rows',
    queue: 'ready {{ready}}, unacked {{unacked}}, total {{total}}',
  },
} as const;
