declare module '../namespaces.ts' {
  interface Namespaces {
    lessons: typeof messages;
  }
}

export const messages = {
  label: 'Story',
  beatOf: 'Beat {{beat}} of {{count}}',
  previous: 'Previous beat',
  next: 'Next beat',
  step: 'Step {{step}}',
  because: 'because of',
  opening: 'The opening: nothing has happened yet. Take the first step when you are ready.',
  yourPrediction: 'Your prediction',
  youPredicted: 'You predicted',
  lock: 'Lock my answer',
  locked: 'locked',
  agrees: 'the run agrees',
  otherwise: 'the run says otherwise',
  isRight: 'right',
  isWrong: 'another answer is right',
  runToAnswer: 'Run to the answer',
  atStep: 'step {{step}}',
  undecided: 'This run never gets to the step where the answer shows.',
  right: 'what the run says',
  wrong: 'what the run does not say',
  gap: 'You said: {{predicted}}. The run says: {{right}}.',
  gapNone: 'Predicted, and so it happened. Can you say why?',
  gapTold: 'You said: {{predicted}}. Right is: {{right}}.',
  gapNoneTold: 'Right; one run alone could not have shown it. Can you say why?',
  takeaways: 'To take along',
  try: 'Try it',
  sandbox: 'Your own run',
  sandboxTitle: 'You changed the run',
  sandboxBody: 'Nothing is asked here. The lesson speaks about its own run, so it is silent in yours.',
  backToLesson: "Back to the lesson's run",
} as const;
