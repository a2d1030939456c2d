/** Exit codes of every command; `stopped` is what shells expect of a program ended by Ctrl-C. */
export const exitCodes = { judged: 0, misuse: 1, someUnreadable: 2, stopped: 130 } as const;
