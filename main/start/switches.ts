/** Switches of the console's own on its command line. */
export interface Switches {
  /** put the sample shop in where this console has never been used */
  readonly sample: boolean;
  /** check all photos with nobody there, save a picture of the window here, print a summary and end */
  readonly unattended: string | null;
}

/** Reads this console's own switches; those of Chromium and unknown ones are passed over. */
export function readSwitches(argv: readonly string[]): Switches {
  const unattended = argv.find((argument) => argument.startsWith('--unattended='));
  return { sample: argv.includes('--sample'), unattended: unattended?.slice('--unattended='.length) ?? null };
}
