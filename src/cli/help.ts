export const OVERVIEW = `Sagascope: see what really happens when every service owns its database.

  sagascope check <folder or file>…      find everything that is wrong in scenarios and their lessons
  sagascope run <folder or file>         run a scenario and print what happened
  sagascope new <name>                   write a starter scenario that passes check

Each command explains itself: sagascope run --help
`;

export const CHECK = `sagascope check <folder or file>… [--json]

Reads scenarios and lessons and prints every finding as
  file:line:column code sentence (suggestion)
Statements are prepared on the real engines; every case is run, compared with its expected end, and the
beats of the lesson are looked for in it.

  --json       findings as one JSON list
  --debug      a stack trace if something of ours breaks

Exit code: 0 no errors (warnings may be printed), 1 errors, 2 nothing to check.
`;

export const RUN = `sagascope run <folder or file> [options]

Runs a scenario to its end and prints its steps.

  --choose CHOICE=OPTION   pick a design; may be repeated
  --case NAME              run a named case
  --fault ENTRY            add a line to the plan; may be repeated. A fault, a command or an operator:
                             crash@tx.after_commit:order#1
                             down>inventory.db(for=2900ms)@consumer.received:inventory#1
                             run:A-BOOK2(id=O-2)@2s
  --seed N                 where chance begins (1)
  --until STEP             stop after this step
  --max-steps N            end the run after so many steps (100000)
  --export FORMAT          print mermaid (a sequence diagram) or json instead of the steps
  --json                   one object: spec, steps, state, promises, struck, end
  --debug                  a stack trace if something of ours breaks

Exit code: 0 the run ended and broke no promise beyond those its case says it breaks, 1 otherwise,
2 a file or an option that cannot be used.
`;

export const NEW = `sagascope new <name>

Writes a starter scenario and its lesson into a new folder: scenarios/<name> when there is a scenarios folder
here, else <name>. A name with a slash is taken as the folder itself.

  --debug      a stack trace if something of ours breaks

Exit code: 0 written, 2 the name cannot be used.
`;
