// @ts-check

/** Tells that cost too much to be asked for at any other time. @type {ReadonlySet<string>} */
export const onlyInChallenges = new Set(['tell.console-cost', 'tell.ipc-flood'])
