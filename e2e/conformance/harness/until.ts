import { setTimeout as pause } from 'node:timers/promises'

/** Between two askings, in ms. */
const STEP = 100

/** Asks until the answer is as wanted. @param patience how long, in ms @returns the last one, wanted or not */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean, patience: number): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const answer = await ask()
    if (isWanted(answer) || Date.now() >= end) return answer
    await pause(STEP)
  }
}
